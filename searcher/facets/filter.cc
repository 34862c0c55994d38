// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets/filter.h"

#include <charconv>

#include "common/index/packed_facets.h"
#include "searcher/facets/fields.h"

namespace rapporteur {

namespace {

DocSet records_of_year(const Columns& columns, std::string_view value) {
  DocSet set(columns.size());
  int year = 0;  // the column's mark of the undated
  if (value != kUndatedValue) {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), year);
    if (error != std::errc() || end != value.data() + value.size() || year <= 0) return set;
  }
  columns.records().for_each([&](Xapian::docid docid) {
    if (columns.first_year(docid) <= year && year <= columns.last_year(docid)) set.insert(docid);
  });
  return set;
}

}  // namespace

DocSet records_with_value(const Columns& columns, FacetField field, std::string_view value) {
  if (field == FacetField::kYear) return records_of_year(columns, value);
  DocSet set(columns.size());
  const FacetColumn& column = columns.facet(column_of(field));
  const FacetColumn::ValueNumber number = column.number_of(value);
  if (number == FacetColumn::kNoValue) return set;
  const bool primary_only = field == FacetField::kPrimaryCountry;
  const auto records = column.records(number);
  const auto weights = column.record_weights(number);
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!primary_only || (weights[i] & kPrimaryBit) != 0) set.insert(records[i]);
  }
  return set;
}

DocSet records_dated_within(const Columns& columns, const DateInterval& dates) {
  const std::int32_t from = days_from_civil(dates.from);
  const std::int32_t to = days_from_civil(dates.to);
  DocSet set(columns.size());
  columns.records().for_each([&](Xapian::docid docid) {
    if (columns.date_from(docid) == Columns::kUndated) return;
    if (columns.date_from(docid) <= to && from <= columns.date_to(docid)) set.insert(docid);
  });
  return set;
}

std::size_t count_undated(const Columns& columns, const DocSet& records) {
  std::size_t count = 0;
  records.for_each(
      [&](Xapian::docid docid) { count += columns.date_from(docid) == Columns::kUndated; });
  return count;
}

}  // namespace rapporteur
