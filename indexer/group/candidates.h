// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which records may be the same publication, by their signatures alone. Whether two records are
// candidates depends on these two only, so that the groups do not depend on what else is indexed,
// nor in which order it came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/group/signature.h"

namespace rapporteur {

// Whether the texts of two records that share a key are worth comparing.
bool may_be_alike(const Signature& a, const Signature& b);

// What candidates share: equal content, sixteen bits of the SimHash in the same place, a rare run
// of words, the opening, the title or the URL.
enum class KeyKind { kContent, kSimhash, kAnchor, kLeadAnchor, kOpening, kTitle, kUrl };

struct KeyedRecord {
  std::uint64_t key = 0;
  std::uint32_t record = 0;
};

// Appends the keys of one kind of the `record`-th record.
void append_keys(KeyKind kind, const Signature& signature, std::uint32_t record,
                 std::vector<KeyedRecord>& keys);

// Calls `visit(begin, end)` for each run of two or more entries with one key; sorts `keys`.
template <typename Visit>
void for_each_bucket(std::vector<KeyedRecord>& keys, Visit visit);

// For each record the smallest number of a record that it is connected with by candidates; records
// of different components cannot be of one group. Time grows with the records and, within a key
// that many share, with the square of its distinct texts up to a bound.
std::vector<std::uint32_t> candidate_components(const std::vector<Signature>& records);

inline constexpr KeyKind kKeyKinds[] = {KeyKind::kContent,    KeyKind::kSimhash, KeyKind::kAnchor,
                                        KeyKind::kLeadAnchor, KeyKind::kOpening, KeyKind::kTitle,
                                        KeyKind::kUrl};

void sort_by_key(std::vector<KeyedRecord>& keys);

template <typename Visit>
void for_each_bucket(std::vector<KeyedRecord>& keys, Visit visit) {
  sort_by_key(keys);
  for (std::size_t begin = 0; begin < keys.size();) {
    std::size_t end = begin + 1;
    while (end < keys.size() && keys[end].key == keys[begin].key) ++end;
    if (end - begin > 1) visit(begin, end);
    begin = end;
  }
}

}  // namespace rapporteur
