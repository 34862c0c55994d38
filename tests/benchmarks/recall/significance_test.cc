// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/significance.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rapporteur::recall {
namespace {

TEST(PairedRandomisation, IsExactForFewTopics) {
  // Three topics, all won: of the 8 ways to swap, the one as it is and its mirror are as far.
  EXPECT_DOUBLE_EQ(compare_paired({0.1, 0.2, 0.3}, {0.2, 0.4, 0.6}).p, 2.0 / 8.0);
  // +1 +1 -1: sums of swaps are +-3 (2 ways) and +-1 (6 ways); all are at least as far as +1.
  EXPECT_DOUBLE_EQ(compare_paired({0.0, 0.0, 1.0}, {1.0, 1.0, 0.0}).p, 1.0);
  // Differences 3 2 -1, sum 4: as far are 6, 4 and their mirrors.
  EXPECT_DOUBLE_EQ(compare_paired({0, 0, 1}, {3, 2, 0}).p, 4.0 / 8.0);
}

TEST(PairedRandomisation, DrawsAgreeWithTheExactValue) {
  // 21 topics, 16 won and 5 lost by one: P(at most 5 or at least 16 of 21 heads).
  std::vector<double> first(21, 0.0), second(21, 1.0);
  for (int i = 0; i < 5; ++i) second[static_cast<std::size_t>(i)] = -1.0;
  const double exact = 2.0 * (1 + 21 + 210 + 1330 + 5985 + 20349) / std::pow(2.0, 21);
  EXPECT_NEAR(compare_paired(first, second).p, exact, 0.002);
  EXPECT_EQ(compare_paired(first, second).p, compare_paired(first, second).p);
}

TEST(PairedRandomisation, TopicsWithoutADifferenceChangeNothingButTheMean) {
  const PairedDifference few = compare_paired({0, 0, 1}, {3, 2, 0});
  const PairedDifference more = compare_paired({0, 0, 1, 5, 5, 5}, {3, 2, 0, 5, 5, 5});
  EXPECT_EQ(few.p, more.p);
  EXPECT_DOUBLE_EQ(few.mean, 4.0 / 3.0);
  EXPECT_DOUBLE_EQ(more.mean, 4.0 / 6.0);
}

TEST(PairedRandomisation, EqualRunsDoNotDiffer) {
  const PairedDifference none = compare_paired({0.5, 0.7}, {0.5, 0.7});
  EXPECT_EQ(none.p, 1.0);
  EXPECT_EQ(none.mean, 0.0);
  EXPECT_EQ(none.effect, 0.0);
}

TEST(PairedRandomisation, EffectIsTheMeanInStandardDeviations) {
  // Differences 1 2 3: mean 2, standard deviation 1.
  EXPECT_NEAR(compare_paired({0, 0, 0}, {1, 2, 3}).effect, 2.0, 1e-12);
}

TEST(PairedRandomisation, TellsChanceFromDifference) {
  std::vector<double> first, second;
  for (int i = 0; i < 50; ++i) {
    first.push_back(0.5 + 0.01 * (i % 7));
    second.push_back(first.back() + (i % 2 == 0 ? 0.02 : -0.02));
  }
  EXPECT_GT(compare_paired(first, second).p, 0.3);
  for (double& number : second) number += 0.1;
  EXPECT_LT(compare_paired(first, second).p, 0.01);
}

}  // namespace
}  // namespace rapporteur::recall
