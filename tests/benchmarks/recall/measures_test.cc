// SPDX-License-Identifier: GPL-2.0-or-later
//
// Expected values are worked out by hand from the definitions of trec_eval 9.
#include "benchmarks/recall/measures.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rapporteur::recall {
namespace {

double value(const std::string& measure, const std::vector<std::string>& ranking,
             const Judgments& judgments) {
  return Measure::parse(measure).value().of(judged(ranking, judgments));
}

TEST(Measures, OfPlainJudgments) {
  // Relevant: a, c, z. Ranking: a b c d.
  const std::vector<std::string> ranking = {"a", "b", "c", "d"};
  const Judgments judgments = {{"a", 1}, {"c", 1}, {"z", 1}, {"b", 0}};
  const double ideal = 1.0 + 1.0 / std::log2(3.0) + 1.0 / std::log2(4.0);
  EXPECT_NEAR(value("nDCG@10", ranking, judgments), (1.0 + 1.0 / std::log2(4.0)) / ideal, 1e-12);
  EXPECT_NEAR(value("nDCG", ranking, judgments), (1.0 + 1.0 / std::log2(4.0)) / ideal, 1e-12);
  EXPECT_NEAR(value("MAP", ranking, judgments), (1.0 + 2.0 / 3.0) / 3.0, 1e-12);
  EXPECT_NEAR(value("MAP@2", ranking, judgments), 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(value("P@10", ranking, judgments), 0.2, 1e-12);
  EXPECT_NEAR(value("R@2", ranking, judgments), 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(value("R@100", ranking, judgments), 2.0 / 3.0, 1e-12);
  EXPECT_NEAR(value("Rprec", ranking, judgments), 2.0 / 3.0, 1e-12);
  EXPECT_EQ(value("MRR", ranking, judgments), 1.0);
  EXPECT_EQ(value("success@1", ranking, judgments), 1.0);
}

TEST(Measures, NdcgGainsAreTheGradesAndItsIdealIsCutToo) {
  // Ideal: 3 2 1. At 2: (1 + 3 / log2 3) over (3 + 2 / log2 3).
  const Judgments judgments = {{"best", 3}, {"good", 2}, {"fair", 1}};
  const double discount = 1.0 / std::log2(3.0);
  EXPECT_NEAR(value("nDCG@2", {"fair", "best"}, judgments),
              (1.0 + 3.0 * discount) / (3.0 + 2.0 * discount), 1e-12);
}

TEST(Measures, AreThoseThatTrecEvalIsPublishedWith) {
  // Figures of pytrec_eval's documentation, which runs trec_eval's own code.
  const Judgments first = {{"d1", 0}, {"d2", 1}, {"d3", 0}};
  EXPECT_NEAR(value("ndcg", {"d3", "d1", "d2"}, first), 0.5, 1e-12);
  EXPECT_NEAR(value("map", {"d3", "d1", "d2"}, first), 0.3333333333333333, 1e-12);
  EXPECT_NEAR(value("ndcg", {"d1", "d2", "d3"}, first), 0.6309297535714575, 1e-12);
  EXPECT_EQ(value("ndcg_cut_2", {"d3", "d1", "d2"}, first), 0.0);
  const Judgments second = {{"d2", 1}, {"d3", 1}};
  EXPECT_NEAR(value("ndcg", {"d1", "d3", "d2"}, second), 0.6934264036172708, 1e-12);
  EXPECT_NEAR(value("map", {"d1", "d3", "d2"}, second), 0.5833333333333333, 1e-12);
}

TEST(Measures, TheFirstRelevantRecordMayComeLate) {
  const Judgments judgments = {{"x", 1}};
  EXPECT_NEAR(value("MRR", {"a", "b", "c", "x"}, judgments), 0.25, 1e-12);
  EXPECT_EQ(value("success@3", {"a", "b", "c", "x"}, judgments), 0.0);
  EXPECT_EQ(value("success@4", {"a", "b", "c", "x"}, judgments), 1.0);
  EXPECT_EQ(value("MRR", {"a"}, judgments), 0.0);
}

TEST(Measures, BprefCountsJudgedIrrelevantRecordsOnly) {
  // R = 3 relevant (a, c, z), N = 2 irrelevant (b, e); u is unjudged and does not count.
  // a: nothing above it, 1. c: one above (b) of min(3, 2), 1 - 1/2. z is not found.
  EXPECT_NEAR(
      value("bpref", {"a", "u", "b", "c"}, {{"a", 1}, {"c", 1}, {"z", 1}, {"b", 0}, {"e", 0}}),
      (1.0 + 0.5) / 3.0, 1e-12);
  // More irrelevant than relevant ones: R = 1, N = 3; three stand above, which counts as one.
  EXPECT_NEAR(value("bpref", {"b", "e", "f", "a"}, {{"a", 1}, {"b", 0}, {"e", 0}, {"f", 0}}), 0.0,
              1e-12);
  // None judged irrelevant: all that was found counts whole.
  EXPECT_NEAR(value("bpref", {"u", "a"}, {{"a", 1}, {"z", 1}}), 0.5, 1e-12);
}

TEST(Measures, JudgedIsAShareOfWhatIsThere) {
  const Judgments judgments = {{"a", 1}, {"b", 0}, {"pooled", -1}};
  EXPECT_NEAR(value("judged@2", {"a", "u", "b"}, judgments), 0.5, 1e-12);
  EXPECT_NEAR(value("judged@10", {"a", "u", "b"}, judgments), 2.0 / 3.0, 1e-12);
  EXPECT_NEAR(value("judged@10", {"a", "pooled"}, judgments), 0.5, 1e-12);
  EXPECT_EQ(value("judged@10", {}, judgments), 0.0);
}

TEST(Measures, WithoutRelevantRecordsAreZero) {
  for (const char* measure : {"nDCG", "nDCG@10", "MAP", "P@10", "R@10", "Rprec", "MRR", "bpref"}) {
    EXPECT_EQ(value(measure, {"a", "b"}, {{"a", 0}}), 0.0) << measure;
    EXPECT_EQ(value(measure, {}, {{"a", 1}}), 0.0) << measure;
  }
}

TEST(Measures, GoByOurNamesAndThoseOfTrecEval) {
  const std::pair<const char*, const char*> names[] = {
      {"ndcg@10", "nDCG@10"}, {"ndcg_cut_10", "nDCG@10"}, {"map", "MAP"},
      {"map_cut_5", "MAP@5"}, {"P_20", "P@20"},           {"recall_1000", "R@1000"},
      {"recip_rank", "MRR"},  {"success_5", "success@5"}, {"rprec", "Rprec"}};
  for (const auto& [given, name] : names) EXPECT_EQ(Measure::parse(given).value().name(), name);
  for (const char* wrong : {"", "nDCG@", "nDCG@0", "P", "R@x", "bpref@10", "precision", "P@-1"}) {
    EXPECT_FALSE(Measure::parse(wrong).ok()) << wrong;
  }
  const auto several = parse_measures({"P@5,MAP", "MRR"});
  ASSERT_TRUE(several.ok());
  EXPECT_EQ(several->size(), 3u);
}

}  // namespace
}  // namespace rapporteur::recall
