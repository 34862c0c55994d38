// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/feedback/shared_facets.h"

#include <rapporteur/question.h>

#include "common/index/packed_facets.h"
#include "searcher/facets/fields.h"

namespace rapporteur {

std::vector<FacetSignal> shared_facets(const Columns& columns, Xapian::docid docid) {
  std::vector<FacetSignal> signals;
  for (const FacetField field : {FacetField::kPrimaryCountry, FacetField::kTheme,
                                 FacetField::kMandate, FacetField::kSession, FacetField::kBody}) {
    const FacetColumn& column = columns.facet(column_of(field));
    const auto values = column.values(docid);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool country = field == FacetField::kPrimaryCountry;
      if (country && (column.weights(docid)[i] & kPrimaryBit) == 0) continue;
      FacetSignal& signal = signals.emplace_back();
      signal.role = FacetSignal::Role::kShared;
      signal.label = std::string(facet_field_name(field)) + " " + column.dictionary()[values[i]];
      signal.records = DocSet(columns.size());
      for (const Xapian::docid other : column.records(values[i])) signal.records.insert(other);
      if (country) signal.countries.push_back(values[i]);
    }
  }
  return signals;
}

}  // namespace rapporteur
