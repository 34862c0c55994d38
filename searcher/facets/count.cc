// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets/count.h"

#include <algorithm>
#include <map>

#include "common/index/packed_facets.h"
#include "searcher/facets/fields.h"

namespace rapporteur {

namespace {

FacetCounts count_years(const Columns& columns, const DocSet& records) {
  std::map<int, std::uint64_t> by_year;
  std::uint64_t undated = 0;
  records.for_each([&](Xapian::docid docid) {
    if (columns.first_year(docid) == 0) {
      ++undated;
      return;
    }
    for (int year = columns.first_year(docid); year <= columns.last_year(docid); ++year)
      ++by_year[year];
  });
  FacetCounts counts;
  counts.field = FacetField::kYear;
  for (const auto& [year, count] : by_year)
    counts.values.push_back({std::to_string(year), {}, count});
  if (undated > 0) counts.values.push_back({std::string(kUndatedValue), {}, undated});
  return counts;
}

}  // namespace

FacetCounts count_facet(const Columns& columns, FacetField field, const DocSet& records,
                        std::size_t limit) {
  if (field == FacetField::kYear) return count_years(columns, records);
  const FacetColumn& column = columns.facet(column_of(field));
  std::vector<std::uint64_t> by_number(column.dictionary().size());
  if (field == FacetField::kPrimaryCountry) {
    records.for_each([&](Xapian::docid docid) {
      const auto values = column.values(docid);
      const auto weights = column.weights(docid);
      for (std::size_t i = 0; i < values.size(); ++i)
        by_number[values[i]] += (weights[i] & kPrimaryBit) != 0;
    });
  } else {
    records.for_each([&](Xapian::docid docid) {
      for (const FacetColumn::ValueNumber number : column.values(docid)) ++by_number[number];
    });
  }
  FacetCounts counts;
  counts.field = field;
  for (std::size_t number = 0; number < by_number.size(); ++number) {
    if (by_number[number] > 0)
      counts.values.push_back({column.dictionary()[number], {}, by_number[number]});
  }
  const auto more_frequent = [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  };
  const std::size_t kept = std::min(limit, counts.values.size());
  std::partial_sort(counts.values.begin(),
                    counts.values.begin() + static_cast<std::ptrdiff_t>(kept), counts.values.end(),
                    more_frequent);
  counts.values.resize(kept);
  return counts;
}

}  // namespace rapporteur
