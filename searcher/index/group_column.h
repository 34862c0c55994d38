// SPDX-License-Identifier: GPL-2.0-or-later
//
// The groups of records that are the same publication, in memory.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rapporteur {

// Immutable once it is built; any thread. Takes four bytes a record if there are groups.
class GroupColumn {
 public:
  static constexpr std::uint32_t kNone = 0;

  // `packed`: the entry schema::kGroupsKey; `ids`: calls its argument with each record's docid,
  // below `size`, and its id. Damaged entries and keys of no record are left out: a group that is
  // not known is shown record by record.
  template <typename ForEachId>
  static GroupColumn build(std::string_view packed, std::size_t size, ForEachId ids) {
    GroupColumn column;
    if (column.read(packed)) {
      column.groups_.assign(size, kNone);
      ids([&](Xapian::docid docid, std::string_view id) { column.place(docid, id); });
    }
    column.settle();
    return column;
  }

  bool empty() const { return groups_.empty(); }
  std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size() - 1); }
  // Records that another one stands for.
  std::size_t grouped() const { return members_.size() - count(); }
  // The group of a record, 1 .. count(); kNone if it is alone.
  std::uint32_t group(Xapian::docid docid) const {
    return groups_.empty() ? kNone : groups_[docid];
  }
  // The representative first.
  std::span<const Xapian::docid> members(std::uint32_t group) const {
    return std::span(members_).subspan(starts_[group - 1], starts_[group] - starts_[group - 1]);
  }

 private:
  struct Key {
    std::uint64_t key = 0;
    std::size_t place = 0;  // in members_
  };
  bool read(std::string_view packed);
  void place(Xapian::docid docid, std::string_view id);
  void settle();

  std::vector<Key> keys_;              // by key; only while it is built
  std::vector<std::uint32_t> groups_;  // by docid
  std::vector<std::size_t> starts_{0};
  std::vector<Xapian::docid> members_;
};

}  // namespace rapporteur
