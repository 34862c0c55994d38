// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/missed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace rapporteur::recall {
namespace {

TEST(ShareInterval, IsThatOfClopperAndPearson) {
  // Nothing found: the upper end solves (1 - p)^n = 0.025.
  const Interval none = share_interval({1'000'000, 100, 0}, 0.95);
  EXPECT_EQ(none.low, 0.0);
  EXPECT_NEAR(none.high, 1.0 - std::pow(0.025, 0.01), 1e-9);
  // All found: the mirror of it.
  const Interval all = share_interval({1'000'000, 100, 100}, 0.95);
  EXPECT_NEAR(all.low, std::pow(0.025, 0.01), 1e-9);
  EXPECT_EQ(all.high, 1.0);
  // 1 of 2: P(at least 1) = 1 - (1 - p)^2 = 0.025 below, P(at most 1) = 1 - p^2 = 0.025 above.
  const Interval one = share_interval({1000, 2, 1}, 0.95);
  EXPECT_NEAR(one.low, 1.0 - std::sqrt(0.975), 1e-9);
  EXPECT_NEAR(one.high, std::sqrt(0.975), 1e-9);
}

TEST(ShareInterval, IsCertainWhereAllWasJudgedAndKnowsNothingWhereNoneWas) {
  EXPECT_EQ(share_interval({40, 40, 10}, 0.95).low, 0.25);
  EXPECT_EQ(share_interval({40, 40, 10}, 0.95).high, 0.25);
  EXPECT_EQ(share_interval({40, 0, 0}, 0.95).high, 1.0);
  EXPECT_EQ(share_interval({0, 0, 0}, 0.95).high, 0.0);
}

TEST(MissedEstimate, ScalesEachStratumByItself) {
  // 5 of 50 in a stratum of 400, 1 of 50 in one of 10,000.
  const MissedEstimate estimate = estimate_missed({{400, 50, 5}, {10'000, 50, 1}});
  EXPECT_DOUBLE_EQ(estimate.missed, 40.0 + 200.0);
  // By Clopper and Pearson 0.0333 .. 0.2181 of the first, 0.0005 .. 0.1065 of the second.
  const double below = std::hypot(40.0 - 400 * 0.03327509, 200.0 - 10'000 * 0.00050623);
  const double above = std::hypot(400 * 0.21813537 - 40.0, 10'000 * 0.10647 - 200.0);
  EXPECT_NEAR(estimate.interval.low, 240.0 - below, 0.1);
  EXPECT_NEAR(estimate.interval.high, 240.0 + above, 0.1);
}

TEST(MissedEstimate, OfOneStratumIsItsShareTimesItsSize) {
  const JudgedStratum stratum = {5000, 80, 3};
  const Interval share = share_interval(stratum, 0.9);
  const MissedEstimate estimate = estimate_missed({stratum}, 0.9);
  EXPECT_NEAR(estimate.interval.low, 5000 * share.low, 1e-6);
  EXPECT_NEAR(estimate.interval.high, 5000 * share.high, 1e-6);
}

TEST(MissedEstimate, NeverClaimsMoreThanThereIs) {
  // Of 10 records 8 were judged irrelevant: at most two can be missed.
  const MissedEstimate estimate = estimate_missed({{10, 8, 0}});
  EXPECT_EQ(estimate.interval.high, 2.0);
  EXPECT_EQ(estimate_missed({}).interval.high, 0.0);
  EXPECT_EQ(estimate_missed({{7, 7, 3}}).interval.high, 3.0);
}

TEST(MissedEstimate, HoldsTheTruthInNineteenOfTwentySamples) {
  // Made populations: a small stratum with many relevant records, a large one with few or none.
  struct Population {
    std::size_t size, relevant, drawn;
  };
  const std::vector<std::vector<Population>> cases = {{{900, 60, 100}, {20'000, 40, 100}},
                                                      {{900, 10, 100}, {20'000, 0, 100}},
                                                      {{300, 150, 50}, {5000, 500, 150}},
                                                      {{900, 2, 100}, {28'000, 5, 100}}};
  std::mt19937_64 random(11);
  for (const auto& strata : cases) {
    std::size_t truth = 0;
    for (const Population& stratum : strata) truth += stratum.relevant;
    int held = 0;
    constexpr int kSamples = 2000;
    for (int i = 0; i < kSamples; ++i) {
      std::vector<JudgedStratum> judged;
      for (const Population& stratum : strata) {
        std::size_t relevant = 0, left = stratum.relevant, size = stratum.size;
        for (std::size_t n = 0; n < stratum.drawn; ++n, --size) {
          if (random() % size >= left) continue;
          ++relevant;
          --left;
        }
        judged.push_back({stratum.size, stratum.drawn, relevant});
      }
      const Interval interval = estimate_missed(judged).interval;
      const auto number = static_cast<double>(truth);
      held += interval.low <= number && number <= interval.high ? 1 : 0;
    }
    EXPECT_GE(held, kSamples * 94 / 100) << truth;
  }
}

TEST(JoinAlike, MakesOneSampleOfMany) {
  const auto joined = join_alike({{10'000, 100, 0},
                                  {900, 90, 9},
                                  {10'100, 100, 1},
                                  {9'900, 100, 0},
                                  {50, 50, 5},
                                  {60, 60, 0},
                                  {0, 0, 0}});
  ASSERT_EQ(joined.size(), 3u);
  EXPECT_EQ(joined[0].size, 30'000u);
  EXPECT_EQ(joined[0].judged, 300u);
  EXPECT_EQ(joined[0].relevant, 1u);
  EXPECT_EQ(joined[1].size, 900u);
  EXPECT_EQ(joined[2].judged, 110u);  // whole, and certain
  EXPECT_EQ(joined[2].size, 110u);
}

TEST(JoinAlike, NarrowsTheIntervalOverManyTopicsAndStillHoldsTheTruth) {
  // 100 topics of 5000 records, one relevant in every fifth topic; 100 drawn in each.
  std::mt19937_64 random(5);
  int held = 0;
  for (int sample = 0; sample < 200; ++sample) {
    std::vector<JudgedStratum> strata;
    for (int topic = 0; topic < 100; ++topic) {
      const bool drawn = topic % 5 == 0 && random() % 50 == 0;
      strata.push_back({5000, 100, drawn ? std::size_t{1} : 0});
    }
    const Interval joined = estimate_missed(join_alike(strata)).interval;
    EXPECT_LT(joined.high, estimate_missed(strata).interval.high / 2.0);
    held += joined.low <= 20.0 && 20.0 <= joined.high ? 1 : 0;
  }
  EXPECT_GE(held, 190);
}

TEST(RecallEstimate, TurnsWhatWasMissedIntoRecall) {
  const RecallEstimate estimate = estimate_recall(30, {10.0, {2.0, 70.0}});
  EXPECT_DOUBLE_EQ(estimate.recall, 0.75);
  EXPECT_DOUBLE_EQ(estimate.interval.low, 0.3);
  EXPECT_DOUBLE_EQ(estimate.interval.high, 30.0 / 32.0);
  EXPECT_EQ(estimate_recall(0, {0.0, {0.0, 0.0}}).recall, 1.0);
}

}  // namespace
}  // namespace rapporteur::recall
