// SPDX-License-Identifier: GPL-2.0-or-later
//
// Engines here are small shell scripts that note what they were asked to do.
#include "benchmarks/recall/run_suite.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/temporary_folder.h"

namespace rapporteur::recall {
namespace {

class RunSuite : public ::testing::Test {
 protected:
  RunSuite() {
    Collection collection;
    collection.name = "two";
    collection.records = folder_.write_gzip(
        "docs.jsonl.gz",
        "{\"id\":\"a\",\"head\":\"One\\ttwo\",\"body\":\"three\\n\\nfour\",\"x\":1}\n"
        "{\"id\":\"b\",\"body\":\"five\",\"day\":\"1999-12-31\"}\n");
    collection.members = {{"title", "head"}, {"text", "body"}, {"date", "day"}};
    collection.topics = folder_.write("topics.tsv", "1\tfive\n");
    collection.qrels = folder_.write("qrels", "1 0 b 1\n");
    suite_.collections = {collection};
    suite_.engines["cat"] = {
        {"sh", "-c", "echo index >>\"$1/log\"; cp \"$2\" \"$3\"", "sh", folder_.path().string(),
         "{texts}", "{index}"},
        {"sh", "-c", "echo search $3 >>\"$1/log\"; cut -f1 \"$2\" | sed 's/.*/1 Q0 & 1 1 t/'", "sh",
         folder_.path().string(), "{index}"},
        {}};
    suite_.configurations = {{"plain", "cat", {}}, {"-x/y", "cat", {"-x"}}};
    options_.work = folder_ / "work";
  }

  MadeRuns run() {
    told_.clear();
    const auto made =
        run_suite(suite_, options_, [&](const std::string& line) { told_ += line + '\n'; });
    EXPECT_TRUE(made.ok());
    return made.ok() ? *made : MadeRuns();
  }
  // What the engines noted since the last call.
  std::string noted() {
    const std::string text = testing::read_whole(folder_ / "log");
    std::filesystem::remove(folder_ / "log");
    return text;
  }

  const testing::TemporaryFolder folder_;
  Suite suite_;
  SuiteOptions options_;
  std::string told_;
};

TEST_F(RunSuite, GivesEnginesTheMembersNamedAndKeepsTheirAnswers) {
  const MadeRuns made = run();
  ASSERT_EQ(made.runs.size(), 2u);
  EXPECT_TRUE(made.complete);
  EXPECT_EQ(made.runs[1].configuration, "-x/y");
  EXPECT_EQ(testing::read_whole(made.runs[0].path), "1 Q0 a 1 1 t\n1 Q0 b 1 1 t\n");
  EXPECT_EQ(testing::read_whole(folder_ / "work/two/texts.tsv"),
            "a\tOne two\tthree four\nb\t\tfive 1999-12-31\n");
  EXPECT_EQ(testing::read_whole(folder_ / "work/two/records.jsonl"),
            "{\"id\":\"a\",\"text\":\"three\\n\\nfour\",\"title\":\"One\\ttwo\"}\n"
            "{\"date\":\"1999-12-31\",\"id\":\"b\",\"text\":\"five\"}\n");
}

TEST_F(RunSuite, MakesAgainOnlyWhatHasChanged) {
  run();
  EXPECT_EQ(noted(), "index\nsearch\nsearch -x\n");
  run();
  EXPECT_EQ(noted(), "");
  folder_.write("topics.tsv", "1\tsix\n");  // not named by the engine's commands
  suite_.configurations[1].options = {"-z"};
  run();
  EXPECT_EQ(noted(), "search -z\n");
  folder_.write_gzip("docs.jsonl.gz", "{\"id\":\"c\"}\n");
  run();
  EXPECT_EQ(noted(), "index\nsearch\nsearch -z\n");
  suite_.engines["cat"].files = {folder_.write("settings", "1")};
  run();
  EXPECT_EQ(noted(), "index\nsearch\nsearch -z\n");
  folder_.write("settings", "2");
  run();
  EXPECT_EQ(noted(), "index\nsearch\nsearch -z\n");
  options_.fresh = true;
  run();
  EXPECT_EQ(noted(), "index\nsearch\nsearch -z\n");
}

TEST_F(RunSuite, AnEngineThatIsNotHereIsLeftOutAloudAndIsNoFailure) {
  suite_.engines["gone"] = {{"/nowhere/engine", "{index}"}, {"true"}, {}};
  suite_.engines["shy"] = {{"sh", "-c", "echo no Java >&2; exit 77"}, {"true"}, {}};
  suite_.configurations = {{"g", "gone", {}}, {"s", "shy", {}}, {"plain", "cat", {}}};
  const MadeRuns made = run();
  EXPECT_EQ(made.runs.size(), 1u);
  EXPECT_TRUE(made.complete);
  EXPECT_NE(told_.find("gone is left out: /nowhere/engine"), std::string::npos) << told_;
  EXPECT_NE(told_.find("shy is left out: no Java"), std::string::npos) << told_;
}

TEST_F(RunSuite, AFailureCostsItsOwnRunAndIsNeverTakenForWhole) {
  suite_.engines["cat"].search = {"sh", "-c", "echo half; echo broken >&2; exit 3"};
  suite_.engines["dog"] = {{"true"}, {"echo", "1 Q0 b 1 1 t"}, {}};
  suite_.configurations = {{"plain", "cat", {}}, {"d", "dog", {}}};
  for (int twice = 0; twice < 2; ++twice) {
    const MadeRuns made = run();
    EXPECT_FALSE(made.complete);
    EXPECT_NE(told_.find("exit code 3: broken"), std::string::npos) << told_;
  }
}

TEST_F(RunSuite, ACollectionThatCannotBeReadIsNamed) {
  suite_.collections[0].records = folder_.write("docs.jsonl", "{\"id\":\"a\"}\n[]\n");
  EXPECT_FALSE(run().complete);
  EXPECT_NE(told_.find("docs.jsonl, line 2"), std::string::npos) << told_;
  suite_.collections[0].records = "/nowhere/docs.jsonl";
  EXPECT_FALSE(run().complete);
  EXPECT_NE(told_.find("/nowhere/docs.jsonl cannot be read"), std::string::npos) << told_;
}

TEST_F(RunSuite, NamesThatAreChosenMustBeThere) {
  options_.configurations = {"plain"};
  EXPECT_EQ(run().runs.size(), 1u);
  options_.configurations = {"fancy"};
  const auto made = run_suite(suite_, options_, [](const std::string&) {});
  ASSERT_FALSE(made.ok());
  EXPECT_NE(made.error().message.find("configuration fancy"), std::string::npos);
}

}  // namespace
}  // namespace rapporteur::recall
