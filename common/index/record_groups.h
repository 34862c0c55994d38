// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which records of an index are the same publication: the groups as both sides read and write
// them, one entry of the database's metadata (schema::kGroupsKey).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// How a group's members are named: a 64-bit hash of the record's id, never 0.
std::uint64_t group_key(std::string_view id);

// The keys of two or more records, the representative's first, then the best first.
using RecordGroup = std::vector<std::uint64_t>;

struct RecordGroups {
  // Of the rules by which the groups were found: those of another version must be found anew.
  std::uint32_t rules = 0;
  std::vector<RecordGroup> groups;
};

// Layout: rules, then for each group the number of its members and their keys; numbers of four and
// eight bytes, little end first.
std::string pack(const RecordGroups& groups);
// nullopt if `bytes` is damaged. Empty bytes: no groups.
std::optional<RecordGroups> unpack_record_groups(std::string_view bytes);

}  // namespace rapporteur
