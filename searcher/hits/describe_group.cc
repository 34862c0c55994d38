// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/describe_group.h"

namespace rapporteur {

std::optional<HitGroup> describe_group(const Columns& columns, Xapian::docid docid, bool collapsed,
                                       const DocSet& matches, const DocSet& tail) {
  const std::uint32_t number = columns.groups().group(docid);
  if (number == GroupColumn::kNone) return std::nullopt;
  const auto members = columns.groups().members(number);
  HitGroup group;
  group.representative = columns.id(members.front());
  group.size = members.size();
  group.expanded = !collapsed;
  for (const Xapian::docid member : members) {
    if (group.ids.size() < HitGroup::kMostIds) group.ids.emplace_back(columns.id(member));
    if (collapsed && member != docid && (matches.contains(member) || tail.contains(member))) {
      ++group.collapsed;
    }
  }
  return group;
}

}  // namespace rapporteur
