// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-eval as analysts use it, on an index that is made here.
#include <gtest/gtest.h>

#include "tests/cli/index_tool.h"

namespace rapporteur {
namespace {

using testing::has;
using testing::ProgramResult;

class EvalTool : public ::testing::Test {
 protected:
  EvalTool() {
    std::string records;
    for (int i = 0; i < 12; ++i) {
      records += testing::record_line("storm" + std::to_string(i),
                                      "The storm of that year broke the harbour wall.");
      records += testing::record_line("calm" + std::to_string(i),
                                      "A calm season; the ferries kept to their timetable.");
    }
    records += testing::record_line("flood", "The harbour was flooded, and the ferries waited.");
    const ProgramResult added = testing::index_tool(
        {"add", folder_.write("records.jsonl", records), "--index", index_, "-q"});
    EXPECT_EQ(added.code, 0) << added.err;
    folder_.write("topics.tsv", "7\tstorm harbour\n");
    const ProgramResult searched =
        testing::run_program({RAPPORTEUR_TOOL, "search", "--queries", folder_ / "topics.tsv",
                              "--format", "trec", "--index", index_});
    EXPECT_EQ(searched.code, 0) << searched.err;
    run_ = folder_.write("run", searched.out);
  }

  ProgramResult eval(std::vector<std::string> words, const std::string& input = "") const {
    words.insert(words.begin(), RAPPORTEUR_EVAL_TOOL);
    testing::ProgramOptions options;
    options.input = input;
    return testing::run_program(words, options);
  }
  std::string fingerprint() const {
    const ProgramResult stats =
        testing::run_program({RAPPORTEUR_TOOL, "stats", "--format", "json", "--index", index_});
    return nlohmann::json::parse(stats.out).at("fingerprint").get<std::string>();
  }

  const testing::TemporaryFolder folder_;
  const std::string index_ = folder_ / "index";
  std::string run_;
};

TEST_F(EvalTool, ScoresNameTheFingerprintOfTheIndex) {
  const ProgramResult score =
      eval({"score", run_, "--qrels", folder_.write("qrels", "7 0 flood 1\n"), "--measure",
            "success@10,R@100", "--topics"});
  EXPECT_EQ(score.code, 0) << score.err;
  EXPECT_TRUE(has(score.out, "success@10")) << score.out;
  EXPECT_TRUE(has(score.out, "rapporteur-" + fingerprint())) << score.out;
}

TEST_F(EvalTool, ComparesRunsTopicByTopic) {
  const std::string other = folder_.write("other", "7 Q0 flood 1 1.0 by-hand\n");
  const std::string qrels = folder_.write("qrels", "7 0 flood 1\n8 0 storm1 1\n");
  const ProgramResult compared =
      eval({"compare", other, run_, "--qrels", qrels, "--measure", "P@1", "--topics"});
  EXPECT_EQ(compared.code, 0) << compared.err;
  EXPECT_TRUE(has(compared.out, "P@1 0.5000")) << compared.out;
  EXPECT_TRUE(has(compared.out, "p = 1.0000")) << compared.out;
  EXPECT_TRUE(has(compared.out, "lost most: 7 -1.000")) << compared.out;
  EXPECT_TRUE(has(compared.out, "1.0000  0.0000  -1.0000")) << compared.out;
}

TEST_F(EvalTool, PoolsAndJudgesUntilNothingIsLeft) {
  const ProgramResult pool = eval({"pool", run_, "--depth", "3"});
  EXPECT_EQ(pool.code, 0) << pool.err;
  const std::string file = folder_.write("pool", pool.out);
  const std::vector<std::string> judge = {
      "judge",   file,  "--queries", folder_ / "topics.tsv", "--into", folder_ / "judged",
      "--index", index_};
  const ProgramResult first = eval(judge, "rq");
  EXPECT_EQ(first.code, 1);
  EXPECT_TRUE(has(first.out, "topic 7: storm harbour  (1 of 3)")) << first.out;
  EXPECT_TRUE(has(first.out, "storm of that year")) << first.out;
  EXPECT_TRUE(has(first.out, "1 judged, 2 left")) << first.out;
  const ProgramResult second = eval(judge, "nr");
  EXPECT_EQ(second.code, 0) << second.out;
  const std::string judged = testing::read_whole(folder_ / "judged");
  EXPECT_TRUE(has(judged, "index " + fingerprint())) << judged;
  const ProgramResult score =
      eval({"score", run_, "--qrels", folder_ / "judged", "--measure", "judged@3,P@3"});
  EXPECT_TRUE(has(score.out, "1.0000    0.6667")) << score.out;
  EXPECT_FALSE(
      has(eval({"pool", run_, "--depth", "3", "--qrels", folder_ / "judged"}).out, " -1\n"));
}

TEST_F(EvalTool, EstimatesWhatWasMissedFromASampleOfTheUnseen) {
  const ProgramResult sample =
      eval({"sample", run_, "--index", index_, "--depth", "2", "--size", "10"});
  EXPECT_EQ(sample.code, 0) << sample.err;
  EXPECT_TRUE(has(sample.out, "over index " + fingerprint() + " with 25 records")) << sample.out;
  // All "storm" records are relevant; the judge says so of whatever was drawn or seen.
  std::string judgments;
  for (int i = 0; i < 12; ++i) judgments += "7 0 storm" + std::to_string(i) + " 1\n";
  for (int i = 0; i < 12; ++i) judgments += "7 0 calm" + std::to_string(i) + " 0\n";
  const std::vector<std::string> recall = {
      "recall",   run_,
      "--sample", folder_.write("sample", sample.out),
      "--qrels",  folder_.write("judged", judgments + "7 0 flood 0\n")};
  const ProgramResult estimate = eval(recall);
  EXPECT_EQ(estimate.code, 0) << estimate.err;
  EXPECT_TRUE(has(estimate.out, "the first 2 records of a topic seen")) << estimate.out;
  EXPECT_EQ(testing::lines_of(estimate.out).size(), 3u) << estimate.out;
  folder_.write("judged", judgments);  // the flood was not judged
  if (has(sample.out, "flood")) {
    EXPECT_TRUE(has(eval(recall).err, "1 records of the sample are not judged"));
  }
}

TEST_F(EvalTool, MistakesAreNamedAndCodeTwo) {
  EXPECT_EQ(eval({"score", run_}).code, 2);
  EXPECT_TRUE(has(eval({"score", run_}).err, "score needs --qrels"));
  const std::string qrels = folder_.write("qrels", "7 0 flood 1\n");
  EXPECT_TRUE(has(eval({"score", run_, "--qrels", qrels, "--measure", "accuracy"}).err,
                  "no measure \"accuracy\""));
  EXPECT_TRUE(has(eval({"compare", run_, "--qrels", qrels}).err, "two runs"));
  EXPECT_TRUE(has(eval({"judge", run_}).err, "judge needs --queries"));
  EXPECT_TRUE(has(eval({"recall", run_, "--sample", run_, "--qrels", qrels}).err, "run, line 1"));
  EXPECT_TRUE(has(eval({"run", "/nowhere/suite.json"}).err, "/nowhere/suite.json"));
  EXPECT_EQ(eval({}).code, 2);
  EXPECT_EQ(eval({"--help"}).code, 0);
}

}  // namespace
}  // namespace rapporteur
