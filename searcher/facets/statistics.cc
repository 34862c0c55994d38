// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets/statistics.h"

#include <algorithm>
#include <limits>

#include "searcher/facets/count.h"
#include "searcher/facets/filter.h"
#include "searcher/facets/labels.h"

namespace rapporteur {

IndexStatistics index_statistics(const IndexView& view, const QuestionNames& names) {
  const Columns& columns = view.columns;
  IndexStatistics statistics;
  statistics.fingerprint = view.fingerprint;
  statistics.records = columns.record_count();
  statistics.mean_words = columns.record_count() == 0 ? 0.0 : columns.mean_length();
  statistics.groups = columns.groups().count();
  statistics.grouped = columns.groups().grouped();
  statistics.undated = count_undated(columns, columns.records());
  std::int32_t earliest = std::numeric_limits<std::int32_t>::max();
  std::int32_t latest = std::numeric_limits<std::int32_t>::min();
  const FacetColumn& countries = columns.facet(schema::Facet::kCountry);
  columns.records().for_each([&](Xapian::docid docid) {
    statistics.without_country += countries.values(docid).empty();
    if (columns.date_from(docid) == Columns::kUndated) return;
    earliest = std::min(earliest, columns.date_from(docid));
    latest = std::max(latest, columns.date_to(docid));
  });
  if (earliest <= latest)
    statistics.dates = DateInterval{civil_from_days(earliest), civil_from_days(latest)};
  for (const FacetField field : all_facet_fields()) {
    statistics.facets.push_back(
        count_facet(columns, field, columns.records(), std::numeric_limits<std::size_t>::max()));
    add_labels(names, statistics.facets.back());
  }
  return statistics;
}

}  // namespace rapporteur
