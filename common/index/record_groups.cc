// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/record_groups.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/index/packed_numbers.h"

namespace rapporteur {

std::uint64_t group_key(std::string_view id) {
  const std::uint64_t hash = XXH3_64bits(id.data(), id.size());
  return hash == 0 ? 1 : hash;
}

std::string pack(const RecordGroups& groups) {
  std::string bytes;
  append_number(groups.rules, bytes);
  for (const RecordGroup& group : groups.groups) {
    append_number(static_cast<std::uint32_t>(group.size()), bytes);
    for (const std::uint64_t key : group) append_number(key, bytes);
  }
  return bytes;
}

std::optional<RecordGroups> unpack_record_groups(std::string_view bytes) {
  RecordGroups groups;
  if (bytes.empty()) return groups;
  if (!take_number(bytes, groups.rules)) return std::nullopt;
  while (!bytes.empty()) {
    std::uint32_t size = 0;
    if (!take_number(bytes, size) || size < 2 || size > bytes.size() / sizeof(std::uint64_t)) {
      return std::nullopt;
    }
    RecordGroup group(size);
    for (std::uint64_t& key : group) take_number(bytes, key);
    groups.groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace rapporteur
