// SPDX-License-Identifier: GPL-2.0-or-later
//
// Grouping the records of one component of candidates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "indexer/group/compare.h"
#include "indexer/group/grouping.h"

namespace rapporteur {

class ComponentGrouper {
 public:
  // Both are kept by reference; `outcome` gets the counts.
  ComponentGrouper(const GroupingInput& input, GroupingOutcome& outcome)
      : input_(input), outcome_(outcome) {}

  // Sets the `leaders` of `members` (numbers of records).
  void operator()(std::vector<std::uint32_t> members, std::vector<std::uint32_t>& leaders);

 private:
  bool are_alike(std::uint32_t leader, std::uint32_t other);
  std::shared_ptr<const ComparedText> text_of(std::uint32_t number);

  const GroupingInput& input_;
  GroupingOutcome& outcome_;
  TextPreparer preparer_;
  // Of records of this component.
  std::unordered_map<std::uint32_t, std::shared_ptr<const ComparedText>> texts_;
  std::size_t words_in_texts_ = 0;
};

}  // namespace rapporteur
