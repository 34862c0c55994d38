// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/group/grouping.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "indexer/group/candidates.h"
#include "indexer/group/component_grouper.h"
#include "indexer/group/given_duplicates.h"
#include "indexer/group/representative.h"

namespace rapporteur {

namespace {

using Numbers = std::vector<std::uint32_t>;

// The records of each component that has two or more, but for those that say themselves what they
// are duplicates of.
std::vector<Numbers> components_to_group(const GroupingInput& input,
                                         const std::vector<std::uint32_t>& component,
                                         std::vector<bool>& is_dirty) {
  const std::size_t records = input.records.size();
  is_dirty.assign(component.size(), input.previous.rules != kGroupingRules);
  std::vector<std::uint32_t> sizes(component.size());
  for (std::size_t number = 0; number < component.size(); ++number) {
    if (number >= records || input.changed[number]) is_dirty[component[number]] = true;
    if (number < records) ++sizes[component[number]];
  }
  std::unordered_map<std::uint32_t, std::size_t> places;
  std::vector<Numbers> groups;
  for (std::uint32_t number = 0; number < records; ++number) {
    if (sizes[component[number]] < 2 || leads_elsewhere(input.records[number])) continue;
    const auto [place, is_new] = places.try_emplace(component[number], groups.size());
    if (is_new) groups.emplace_back();
    groups[place->second].push_back(number);
  }
  return groups;
}

// The representative's key of each record that is in one of `groups`.
std::unordered_map<std::uint64_t, std::uint64_t> representatives(const RecordGroups& groups) {
  std::unordered_map<std::uint64_t, std::uint64_t> keys;
  for (const RecordGroup& group : groups.groups) {
    for (const std::uint64_t key : group) keys.emplace(key, group.front());
  }
  return keys;
}

void keep_previous(const GroupingInput& input, const Numbers& members,
                   const std::unordered_map<std::uint64_t, std::uint64_t>& previous,
                   Numbers& leaders) {
  std::unordered_map<std::uint64_t, std::uint32_t> by_key;
  for (const std::uint32_t number : members) by_key.emplace(input.records[number].id, number);
  for (const std::uint32_t number : members) {
    const auto known = previous.find(input.records[number].id);
    if (known == previous.end()) continue;
    const auto leader = by_key.find(known->second);
    if (leader != by_key.end()) leaders[number] = leader->second;
  }
}

RecordGroups groups_of(const std::vector<Signature>& records, const Numbers& leaders) {
  std::map<std::uint32_t, Numbers> members;
  for (std::uint32_t number = 0; number < records.size(); ++number) {
    if (leaders[number] != number) members[leaders[number]].push_back(number);
  }
  RecordGroups groups;
  groups.rules = kGroupingRules;
  for (auto& [leader, others] : members) {
    std::sort(others.begin(), others.end(), [&](std::uint32_t a, std::uint32_t b) {
      return stands_before(records[a], records[b]);
    });
    RecordGroup group = {records[leader].id};
    for (const std::uint32_t other : others) group.push_back(records[other].id);
    groups.groups.push_back(std::move(group));
  }
  std::sort(groups.groups.begin(), groups.groups.end());
  return groups;
}

}  // namespace

GroupingOutcome find_groups(const GroupingInput& input) {
  std::vector<Signature> all = input.records;
  all.insert(all.end(), input.gone.begin(), input.gone.end());
  const std::vector<std::uint32_t> component = candidate_components(all);
  std::vector<bool> is_dirty;
  const std::vector<Numbers> components = components_to_group(input, component, is_dirty);
  const auto previous = representatives(input.previous);

  GroupingOutcome outcome;
  Numbers leaders(input.records.size());
  std::iota(leaders.begin(), leaders.end(), 0);
  ComponentGrouper group(input, outcome);
  for (const Numbers& members : components) {
    if (is_dirty[component[members.front()]]) {
      group(members, leaders);
    } else {
      keep_previous(input, members, previous, leaders);
    }
  }
  follow_given_duplicates(input.records, leaders);
  outcome.groups = groups_of(input.records, leaders);
  return outcome;
}

}  // namespace rapporteur
