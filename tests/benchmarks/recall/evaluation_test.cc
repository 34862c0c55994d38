// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/evaluation.h"

#include <gtest/gtest.h>

namespace rapporteur::recall {
namespace {

TEST(Evaluation, AJudgedTopicWithoutAnAnswerCountsZeroUnlessLeftOut) {
  const recall::Run run = {{{"1", {"a", "b"}}, {"9", {"unjudged topic"}}}, "t"};
  const Qrels qrels = {{"1", {{"b", 1}}}, {"2", {{"x", 1}}}};
  const auto measures = parse_measures({"MRR", "P@1"}).value();
  const Evaluation all = evaluate(run, qrels, measures);
  EXPECT_EQ(all.topics, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(all.values[0], (std::vector<double>{0.5, 0.0}));
  EXPECT_EQ(all.means, (std::vector<double>{0.25, 0.0}));
  const Evaluation answered = evaluate(run, qrels, measures, Topics::kAnswered);
  EXPECT_EQ(answered.topics, (std::vector<std::string>{"1"}));
  EXPECT_EQ(answered.means[0], 0.5);
}

TEST(Evaluation, NothingToMeasureIsZero) {
  EXPECT_EQ(evaluate({}, {}, parse_measures({"MAP"}).value()).means, std::vector<double>{0.0});
}

}  // namespace
}  // namespace rapporteur::recall
