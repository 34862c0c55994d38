// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index/group_column.h"

#include <algorithm>

#include "common/index/record_groups.h"

namespace rapporteur {

bool GroupColumn::read(std::string_view packed) {
  const auto groups = unpack_record_groups(packed);
  if (!groups || groups->groups.empty()) return false;
  for (const RecordGroup& group : groups->groups) {
    for (const std::uint64_t key : group) {
      keys_.push_back({key, members_.size()});
      members_.push_back(0);
    }
    starts_.push_back(members_.size());
  }
  std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) { return a.key < b.key; });
  return true;
}

void GroupColumn::place(Xapian::docid docid, std::string_view id) {
  const std::uint64_t key = group_key(id);
  const auto found =
      std::lower_bound(keys_.begin(), keys_.end(), key,
                       [](const Key& entry, std::uint64_t wanted) { return entry.key < wanted; });
  if (found != keys_.end() && found->key == key) members_[found->place] = docid;
}

// Leaves out members that no record was found for, and groups of less than two.
void GroupColumn::settle() {
  std::vector<std::size_t> starts{0};
  std::vector<Xapian::docid> members;
  for (std::size_t group = 1; group < starts_.size(); ++group) {
    for (std::size_t i = starts_[group - 1]; i < starts_[group]; ++i) {
      if (members_[i] != 0) members.push_back(members_[i]);
    }
    if (members.size() < starts.back() + 2) {
      members.resize(starts.back());
      continue;
    }
    for (std::size_t i = starts.back(); i < members.size(); ++i) {
      groups_[members[i]] = static_cast<std::uint32_t>(starts.size());
    }
    starts.push_back(members.size());
  }
  starts_ = std::move(starts);
  members_ = std::move(members);
  keys_ = {};
}

}  // namespace rapporteur
