// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/trec_files.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace rapporteur::recall {
namespace {

class TrecFiles : public ::testing::Test {
 protected:
  Result<recall::Run> run_of(const std::string& text) {
    return read_run(folder_.write("run", text));
  }
  Result<Qrels> qrels_of(const std::string& text) {
    return read_qrels(folder_.write("qrels", text));
  }
  const testing::TemporaryFolder folder_;
};

TEST_F(TrecFiles, RunsGoByScoreAndTiesByIdFallingWhateverTheRank) {
  const auto run = run_of("1 Q0 a 1 2.0 t\n1 Q0 b 2 2.0 t\n1 Q0 c 3 9e0 t\n1 Q0 B 4 2 t\n");
  ASSERT_TRUE(run.ok()) << run.error().message;
  EXPECT_EQ(run->topics.at("1"), (std::vector<std::string>{"c", "b", "a", "B"}));
}

TEST_F(TrecFiles, RunsTellTheirTag) {
  EXPECT_EQ(run_of("1 Q0 a 1 2.0 engine-17\n").value().tag, "engine-17");
}

TEST_F(TrecFiles, CommentsBlankLinesTabsAndCarriageReturnsDoNotMatter) {
  const auto run = run_of("# made by hand\r\n\n1\tQ0\ta\t1\t-2.5\tt\r\n");
  ASSERT_TRUE(run.ok()) << run.error().message;
  EXPECT_EQ(run->topics.at("1").size(), 1u);
  const auto qrels = qrels_of("# note\n1 0 a 2\n\n1 0 b -1\n");
  ASSERT_TRUE(qrels.ok()) << qrels.error().message;
  EXPECT_EQ(qrels->at("1").at("a"), 2);
  EXPECT_EQ(qrels->at("1").at("b"), -1);
}

TEST_F(TrecFiles, LinesThatMakeNoSenseAreNamed) {
  for (const char* text :
       {"1 Q0 a 1 2.0 t\nnonsense\n", "\n1 Q0 a 1 high t\n", "\n1 Q0 a 1 2.0\n"}) {
    const auto run = run_of(text);
    ASSERT_FALSE(run.ok()) << text;
    EXPECT_NE(run.error().message.find("line 2"), std::string::npos) << run.error().message;
  }
  EXPECT_FALSE(qrels_of("1 0 a\n").ok());
  EXPECT_FALSE(qrels_of("1 0 a yes\n").ok());
}

TEST_F(TrecFiles, ARecordStandsOnceInATopic) {
  const auto run = run_of("1 Q0 a 1 2.0 t\n1 Q0 a 2 1.0 t\n");
  ASSERT_FALSE(run.ok());
  EXPECT_NE(run.error().message.find("topic 1 has a twice"), std::string::npos);
  EXPECT_FALSE(qrels_of("1 0 a 1\n1 0 a 0\n").ok());
}

TEST_F(TrecFiles, AFileThatIsNotThereIsNamed) {
  EXPECT_EQ(read_run("/nowhere/run").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace rapporteur::recall
