// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/suite_table.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace rapporteur::recall {
namespace {

// Ten topics with one relevant record each: "ours" has it first, "base" second, "worse" third.
class SuiteTable : public ::testing::Test {
 protected:
  SuiteTable() {
    Collection collection;
    collection.name = "ten";
    std::string qrels, ours, base, worse;
    for (int topic = 0; topic < 10; ++topic) {
      const std::string number = std::to_string(topic);
      qrels += number + " 0 hit 1\n";
      ours += number + " Q0 hit 1 9 ours-f00d\n";
      base += number + " Q0 miss 1 9 b\n" + number + " Q0 hit 2 8 b\n";
      worse += number + " Q0 miss 1 9 w\n" + number + " Q0 no 2 8 w\n" + number + " Q0 hit 3 7 w\n";
    }
    collection.qrels = folder_.write("qrels", qrels);
    suite_.collections = {collection};
    suite_.measures = {"MRR", "P@3"};
    suite_.configurations = {{"ours, best", "", {}}, {"base", "", {}}, {"worse", "", {}}};
    suite_.baselines = {"worse", "base"};
    runs_ = {{"ten", "ours, best", folder_.write("ours", ours)},
             {"ten", "base", folder_.write("base", base)},
             {"ten", "worse", folder_.write("worse", worse)}};
  }

  const testing::TemporaryFolder folder_;
  Suite suite_;
  std::vector<MadeRun> runs_;
};

TEST_F(SuiteTable, HoldsEachFigureAgainstTheBestBaselineThere) {
  const auto figures = measure_suite(suite_, runs_);
  ASSERT_TRUE(figures.ok()) << figures.error().message;
  const Figure& ours = figures->figures[0];
  EXPECT_EQ(ours.baseline, "base");
  EXPECT_EQ(ours.value, 1.0);
  EXPECT_EQ(ours.baseline_value, 0.5);
  EXPECT_DOUBLE_EQ(ours.p.value(), 2.0 / 1024.0);
  EXPECT_TRUE(ours.significant());
  EXPECT_EQ(ours.tag, "ours-f00d");
  EXPECT_FALSE(figures->figures[1].significant());  // P@3 is the same for all
  EXPECT_FALSE(figures->figures[2].p.has_value());  // the baseline itself
  EXPECT_EQ(figures->means[0].above, 1u);
  EXPECT_EQ(figures->means[4].below, 1u);
}

TEST_F(SuiteTable, AsTextMarkdownAndCsv) {
  const auto figures = measure_suite(suite_, runs_);
  ASSERT_TRUE(figures.ok());
  EXPECT_EQ("\n" + text_table(*figures), R"(
collection      configuration  MRR                             P@3                           run
ten, 10 topics  ours, best     1.0000 +100.0 % (p 0.002) *     0.3333 +0.0 % (p 1.000)       ours-f00d
                base           0.5000                          0.3333                        b
                worse          0.3333 -33.3 % (p 0.002) *      0.3333 +0.0 % (p 1.000)       w
mean of 1       ours, best     1.0000 +100.0 % (1 up, 0 down)  0.3333 +0.0 % (0 up, 0 down)
                base           0.5000 +0.0 % (0 up, 0 down)    0.3333 +0.0 % (0 up, 0 down)
                worse          0.3333 -33.3 % (0 up, 1 down)   0.3333 +0.0 % (0 up, 0 down)
)");
  const std::string markdown = markdown_table(*figures);
  EXPECT_EQ(
      markdown.substr(0, markdown.find("ten")),
      "| collection | configuration | MRR | P@3 | run |\n| --- | --- | --- | --- | --- |\n| ");
  const std::string csv = csv_table(*figures);
  EXPECT_NE(csv.find("\nten,10,\"ours, best\",ours-f00d,MRR,1.000000,base,0.500000,0.001953\n"),
            std::string::npos)
      << csv;
}

TEST_F(SuiteTable, StandsWithoutBaselines) {
  suite_.baselines.clear();
  const auto figures = measure_suite(suite_, runs_);
  ASSERT_TRUE(figures.ok());
  EXPECT_EQ(figures->figures[0].baseline, "");
  EXPECT_NE(text_table(*figures).find("ours, best     1.0000  0.3333  ours-f00d\n"),
            std::string::npos)
      << text_table(*figures);
  EXPECT_NE(csv_table(*figures).find(",MRR,1.000000,,,\n"), std::string::npos);
}

TEST_F(SuiteTable, AMeasureThatIsNoneIsNamed) {
  suite_.measures = {"accuracy"};
  EXPECT_FALSE(measure_suite(suite_, runs_).ok());
}

}  // namespace
}  // namespace rapporteur::recall
