// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/collapse.h"

#include <utility>

namespace rapporteur {

void collapse(const Columns& columns, SortOrder sort, std::vector<RankedRecord>& records,
              PlacedGroups& placed) {
  const GroupColumn& groups = columns.groups();
  if (groups.empty()) return;
  constexpr std::size_t kNowhere = ~std::size_t{0};
  placed.resize(groups.count() + 1);
  std::vector<std::size_t> places(groups.count() + 1, kNowhere);  // of the best so far
  std::size_t kept = 0;
  for (RankedRecord& record : records) {
    const std::uint32_t group = groups.group(record.docid);
    if (group != GroupColumn::kNone) {
      if (placed[group]) continue;
      if (places[group] != kNowhere) {
        RankedRecord& best = records[places[group]];
        if (comes_before(columns, sort, record, best)) best = record;
        continue;
      }
      places[group] = kept;
    }
    records[kept++] = record;
  }
  for (std::size_t group = 0; group < places.size(); ++group) {
    if (places[group] != kNowhere) placed[group] = true;
  }
  records.resize(kept);
}

std::size_t count_collapsed(const Columns& columns, const DocSet& records, PlacedGroups& placed) {
  const GroupColumn& groups = columns.groups();
  if (groups.empty()) return 0;
  placed.resize(groups.count() + 1);
  std::size_t collapsed = 0;
  records.for_each([&](Xapian::docid docid) {
    const std::uint32_t group = groups.group(docid);
    if (group == GroupColumn::kNone) return;
    collapsed += placed[group];
    placed[group] = true;
  });
  return collapsed;
}

void show_representative(const Columns& columns, SortOrder sort, const DocSet& found,
                         RankedRecord& record) {
  const std::uint32_t group = columns.groups().group(record.docid);
  if (group == GroupColumn::kNone || sort != SortOrder::kRelevance) return;
  const Xapian::docid representative = columns.groups().members(group).front();
  if (representative == record.docid || !found.contains(representative)) return;
  record.placed_by = record.docid;
  record.nearness = 0.0;  // of the words in the other one
  record.docid = representative;
}

}  // namespace rapporteur
