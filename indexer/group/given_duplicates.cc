// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/group/given_duplicates.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "indexer/group/representative.h"

namespace rapporteur {

bool leads_elsewhere(const Signature& signature) {
  return signature.duplicate_of != 0 && signature.duplicate_of != signature.id;
}

void follow_given_duplicates(const std::vector<Signature>& records,
                             std::vector<std::uint32_t>& leaders) {
  std::unordered_map<std::uint64_t, std::uint32_t> targets;  // that are there
  for (const Signature& record : records) {
    if (leads_elsewhere(record)) targets.emplace(record.duplicate_of, ~std::uint32_t{0});
  }
  if (targets.empty()) return;
  for (std::uint32_t number = 0; number < records.size(); ++number) {
    const auto target = targets.find(records[number].id);
    if (target != targets.end()) target->second = number;
  }
  // By where they lead to: a record that leads nowhere further, an id that is not there, or the
  // smallest id of a circle.
  std::map<std::uint64_t, std::vector<std::uint32_t>> without_leader;
  for (std::uint32_t number = 0; number < records.size(); ++number) {
    if (!leads_elsewhere(records[number])) continue;
    std::set<std::uint64_t> passed;
    std::uint64_t at = records[number].id;
    std::uint32_t end = number;
    bool is_there = true;
    while (leads_elsewhere(records[end]) && passed.insert(at).second) {
      at = records[end].duplicate_of;
      const std::uint32_t next = targets.at(at);
      is_there = next != ~std::uint32_t{0};
      if (!is_there) break;
      end = next;
    }
    if (is_there && !leads_elsewhere(records[end])) {
      leaders[number] = leaders[end];
      continue;
    }
    if (is_there) {  // a circle: `at` is on it
      std::uint64_t smallest = at;
      for (std::uint32_t other = end; records[other].duplicate_of != at;) {
        other = targets.at(records[other].duplicate_of);
        smallest = std::min(smallest, records[other].id);
      }
      at = smallest;
    }
    without_leader[at].push_back(number);
  }
  for (const auto& [end, members] : without_leader) {
    const std::uint32_t leader = *std::min_element(
        members.begin(), members.end(),
        [&](std::uint32_t a, std::uint32_t b) { return stands_before(records[a], records[b]); });
    for (const std::uint32_t number : members) leaders[number] = leader;
  }
}

}  // namespace rapporteur
