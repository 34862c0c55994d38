// SPDX-License-Identifier: GPL-2.0-or-later
//
// What two texts share, by runs of a few words.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/group/compare.h"

namespace rapporteur {

inline constexpr std::size_t kShingleWords = 3;

std::vector<ComparedText::Shingle> shingles_of(const std::vector<ComparedText::Word>& words);

// A run of words of one text that are in no shingle of the other: [begin, end).
struct OwnRun {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Overlap {
  double resemblance = 0.0;  // distinct shingles in both, by those in either (Jaccard)
  std::size_t shared_a = 0;  // words of `a` that stand in a shared shingle
  std::size_t shared_b = 0;
  std::vector<OwnRun> own_a;  // the others, in order
  std::vector<OwnRun> own_b;
};

Overlap overlap_of(const ComparedText& a, const ComparedText& b);

}  // namespace rapporteur
