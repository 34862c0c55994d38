// SPDX-License-Identifier: GPL-2.0-or-later
//
// Groups held against what is known of made records, by pairs of records.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/indexer/group/made_copies.h"

namespace rapporteur {

struct PairScore {
  std::size_t right = 0;     // pairs of an original and its copy that share a group
  std::size_t missed = 0;    // such pairs that do not
  std::size_t wrong = 0;     // pairs in one group that are different publications
  std::string missed_kinds;  // "kind count, ..." of the copies, by number in MadeCopy
  std::string wrong_kinds;

  double precision() const;
  double recall() const;
};

PairScore score_pairs(const std::vector<testing::MadeRecord>& made);

}  // namespace rapporteur
