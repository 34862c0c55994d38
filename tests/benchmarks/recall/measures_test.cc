// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/measures.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/temporary_folder.h"

namespace rapporteur::recall {
namespace {

double value(const Measures& measures, const std::string& name) {
  for (const auto& [key, number] : measures) {
    if (key == name) return number;
  }
  return -1.0;
}

TEST(Measures, AreThoseOfTheTextbook) {
  // Relevant: a, c, z. Ranking: a b c d.
  const Measures measures = measure({"a", "b", "c", "d"}, {{"a", 1}, {"c", 1}, {"z", 1}, {"b", 0}});
  const double ideal = 1.0 + 1.0 / std::log2(3.0) + 1.0 / std::log2(4.0);
  EXPECT_NEAR(value(measures, "nDCG@10"), (1.0 + 1.0 / std::log2(4.0)) / ideal, 1e-12);
  EXPECT_NEAR(value(measures, "MAP"), (1.0 + 2.0 / 3.0) / 3.0, 1e-12);
  EXPECT_NEAR(value(measures, "P@10"), 0.2, 1e-12);
  EXPECT_NEAR(value(measures, "R@100"), 2.0 / 3.0, 1e-12);
  EXPECT_EQ(value(measures, "MRR"), 1.0);
  EXPECT_NEAR(value(measures, "judged@10"), 0.3, 1e-12);
}

TEST(Measures, TiesAreBrokenByIdFallingAndMissingTopicsCountAsEmpty) {
  const testing::TemporaryFolder folder;
  const auto run =
      read_run(folder.write("run", "1 Q0 a 1 2.0 t\n1 Q0 b 2 2.0 t\n1 Q0 c 3 9.0 t\n"));
  ASSERT_TRUE(run.ok());
  EXPECT_EQ(run->at("1"), (std::vector<std::string>{"c", "b", "a"}));
  const auto qrels = read_qrels(folder.write("qrels", "1 0 c 1\n2 0 x 1\n3 0 y 0\n"));
  ASSERT_TRUE(qrels.ok());
  const auto topics = measure(*run, *qrels);
  EXPECT_EQ(topics.size(), 2u);
  EXPECT_NEAR(value(mean(topics), "MRR"), 0.5, 1e-12);
}

TEST(Measures, FilesThatMakeNoSenseAreNamedWithTheirLine) {
  const testing::TemporaryFolder folder;
  const auto run = read_run(folder.write("run", "1 Q0 a 1 2.0 t\nnonsense\n"));
  ASSERT_FALSE(run.ok());
  EXPECT_NE(run.error().message.find("line 2"), std::string::npos);
  EXPECT_FALSE(read_run(folder.write("twice", "1 Q0 a 1 2.0 t\n1 Q0 a 2 1.0 t\n")).ok());
}

TEST(RandomisationTest, TellsChanceFromDifference) {
  std::vector<double> a, b;
  for (int i = 0; i < 50; ++i) {
    a.push_back(0.5 + 0.01 * (i % 7));
    b.push_back(a.back() + (i % 2 == 0 ? 0.02 : -0.02));
  }
  EXPECT_GT(randomisation_test(a, b), 0.3);
  for (double& number : b) number += 0.1;
  EXPECT_LT(randomisation_test(a, b), 0.01);
}

}  // namespace
}  // namespace rapporteur::recall
