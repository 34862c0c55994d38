// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/grouping/pair_score.h"

#include <map>

#include "benchmarks/grouping/group_records.h"

namespace rapporteur {

namespace {

std::string listed(const std::map<int, int>& counts) {
  std::string text;
  for (const auto& [kind, count] : counts) {
    text += (text.empty() ? "" : ", ") + std::to_string(kind) + ": " + std::to_string(count);
  }
  return text;
}

double share(std::size_t part, std::size_t rest) {
  return part + rest == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

}  // namespace

double PairScore::precision() const {
  return share(right, wrong);
}

double PairScore::recall() const {
  return share(right, missed);
}

PairScore score_pairs(const std::vector<testing::MadeRecord>& made) {
  std::vector<Record> records;
  for (const testing::MadeRecord& one : made) records.push_back(one.record);
  std::vector<std::size_t> group_of(made.size());
  for (std::size_t i = 0; i < made.size(); ++i) group_of[i] = i;
  PairScore score;
  std::map<int, int> missed;
  std::map<int, int> wrong;
  for (const auto& group : group_records(records).groups) {
    for (const std::size_t member : group) {
      group_of[member] = group.front();
      for (const std::size_t other : group) {
        if (other >= member || made[other].original == made[member].original) continue;
        ++score.wrong;
        ++wrong[static_cast<int>(made[member].how)];
      }
    }
  }
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (made[i].original == i) continue;
    if (group_of[i] == group_of[made[i].original]) {
      ++score.right;
    } else {
      ++score.missed;
      ++missed[static_cast<int>(made[i].how)];
    }
  }
  score.missed_kinds = listed(missed);
  score.wrong_kinds = listed(wrong);
  return score;
}

}  // namespace rapporteur
