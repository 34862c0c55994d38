// SPDX-License-Identifier: GPL-2.0-or-later
//
// What tells whether a file has changed: a hash of all its bytes as they lie on disk (XXH3, 128
// bits, some gigabytes a second). Times of change are not asked: copies and archives lose them.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

namespace rapporteur {

struct ContentHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const ContentHash&) const = default;
};

// Empty if the file cannot be read to its end, or once `stop` (may be null) is true.
std::optional<ContentHash> hash_file(const std::string& path,
                                     const std::atomic<bool>* stop = nullptr);

}  // namespace rapporteur
