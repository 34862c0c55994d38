// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/record_groups.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace rapporteur {

namespace {

template <typename Number>
void append(Number number, std::string& bytes) {
  for (std::size_t i = 0; i < sizeof number; ++i) bytes += static_cast<char>(number >> (8 * i));
}

template <typename Number>
bool take(std::string_view& bytes, Number& number) {
  if (bytes.size() < sizeof number) return false;
  number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) {
    number |= static_cast<Number>(Number{static_cast<unsigned char>(bytes[i])} << (8 * i));
  }
  bytes.remove_prefix(sizeof number);
  return true;
}

}  // namespace

std::uint64_t group_key(std::string_view id) {
  const std::uint64_t hash = XXH3_64bits(id.data(), id.size());
  return hash == 0 ? 1 : hash;
}

std::string pack(const RecordGroups& groups) {
  std::string bytes;
  append(groups.rules, bytes);
  for (const RecordGroup& group : groups.groups) {
    append(static_cast<std::uint32_t>(group.size()), bytes);
    for (const std::uint64_t key : group) append(key, bytes);
  }
  return bytes;
}

std::optional<RecordGroups> unpack_record_groups(std::string_view bytes) {
  RecordGroups groups;
  if (bytes.empty()) return groups;
  if (!take(bytes, groups.rules)) return std::nullopt;
  while (!bytes.empty()) {
    std::uint32_t size = 0;
    if (!take(bytes, size) || size < 2 || size > bytes.size() / sizeof(std::uint64_t)) {
      return std::nullopt;
    }
    RecordGroup group(size);
    for (std::uint64_t& key : group) take(bytes, key);
    groups.groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace rapporteur
