// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a run has read from web archives so far, for records that only point to another one.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace rapporteur {

// A set of names (record ids, payload digests, URLs), kept as hashes: some 40 bytes a page and
// name.
class SeenCaptures {
 public:
  void add(std::string_view name) {
    if (!name.empty()) seen_.insert(std::hash<std::string_view>{}(name));
  }
  bool has(std::string_view name) const {
    return !name.empty() && seen_.contains(std::hash<std::string_view>{}(name));
  }

 private:
  std::unordered_set<std::size_t> seen_;
};

}  // namespace rapporteur
