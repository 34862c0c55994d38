// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/order.h"

#include <algorithm>

namespace rapporteur {

namespace {

// True if `a` is answered before `b`.
class Before {
 public:
  Before(const Columns& columns, SortOrder sort) : columns_(columns), sort_(sort) {}

  bool operator()(const RankedRecord& a, const RankedRecord& b) const {
    if (sort_ != SortOrder::kRelevance) {
      const std::int32_t day_a = day(a.docid);
      const std::int32_t day_b = day(b.docid);
      const bool undated_a = day_a == Columns::kUndated;
      const bool undated_b = day_b == Columns::kUndated;
      if (undated_a != undated_b) return undated_b;
      if (day_a != day_b) return sort_ == SortOrder::kNewest ? day_a > day_b : day_a < day_b;
    }
    if (a.score != b.score) return a.score > b.score;
    return columns_.id(a.docid) < columns_.id(b.docid);
  }

 private:
  std::int32_t day(Xapian::docid docid) const {
    return sort_ == SortOrder::kNewest ? columns_.date_to(docid) : columns_.date_from(docid);
  }

  const Columns& columns_;
  SortOrder sort_;
};

}  // namespace

bool comes_before(const Columns& columns, SortOrder sort, const RankedRecord& a,
                  const RankedRecord& b) {
  return Before(columns, sort)(a, b);
}

std::vector<RankedRecord> best(const Columns& columns, std::vector<RankedRecord> records,
                               SortOrder sort, std::size_t offset, std::size_t limit) {
  if (offset >= records.size()) return {};
  const std::size_t end = limit > records.size() - offset ? records.size() : offset + limit;
  const auto first = records.begin();
  const auto last = first + static_cast<std::ptrdiff_t>(end);
  std::partial_sort(first, last, records.end(), Before(columns, sort));
  records.erase(last, records.end());
  records.erase(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(offset));
  return records;
}

void bring_to_front(const Columns& columns, std::vector<RankedRecord>& records, std::size_t count) {
  const auto end = records.begin() + static_cast<std::ptrdiff_t>(std::min(count, records.size()));
  std::partial_sort(records.begin(), end, records.end(), Before(columns, SortOrder::kRelevance));
}

}  // namespace rapporteur
