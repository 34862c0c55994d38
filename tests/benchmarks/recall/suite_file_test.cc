// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/suite_file.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace rapporteur::recall {
namespace {

const char kWhole[] = R"(// A comment.
{
  "variables": {"data": "there", "build": "here"},
  "measures": ["MAP"],
  "collections": [{"name": "c", "records": "{data}/docs.jsonl", "members": {"text": "body"},
                   "topics": "{data}/t.tsv", "qrels": "{data}/q.txt"}],
  "engines": {"e": {"index": ["{build}/make", "{records}"], "search": ["{build}/ask", "{index}"]}},
  "configurations": [{"name": "plain", "engine": "e"}, {"name": "x", "engine": "e", "options": ["-x"]}],
  "baselines": ["plain"]
})";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(SuiteFile, FillsInVariablesAndLeavesPlaceholdersOfRuns) {
  const testing::TemporaryFolder folder;
  const auto suite = read_suite(folder.write("suite.json", kWhole), {{"build", "elsewhere"}});
  ASSERT_TRUE(suite.ok()) << suite.error().message;
  EXPECT_EQ(suite->collections[0].records, "there/docs.jsonl");
  EXPECT_EQ(suite->collections[0].members.at("text"), "body");
  EXPECT_EQ(suite->engines.at("e").index,
            (std::vector<std::string>{"elsewhere/make", "{records}"}));
  EXPECT_EQ(suite->configurations[1].options, std::vector<std::string>{"-x"});
  EXPECT_EQ(suite->limit, 1000u);
}

TEST(SuiteFile, SaysWhatIsWrong) {
  const testing::TemporaryFolder folder;
  const std::pair<const char*, const char*> wrongs[] = {
      {R"("records": "{data}/docs.jsonl",)", ""},
      {R"("engine": "e", "options")", R"("engine": "f", "options")"},
      {R"("baselines": ["plain"])", R"("baselines": ["fancy"])"},
      {R"("name": "c")", R"("name": "../c")"},
      {R"("name": "x")", R"("name": "plain")"},
      {R"(["MAP"])", R"("MAP")"},
      {R"("measures")", R"("limit": -1, "measures")"},
      {R"(["-x"])", R"([7])"},
      {"{\n", "[\n"}};
  for (const auto& [from, to] : wrongs) {
    const auto suite = read_suite(folder.write("suite.json", replaced(kWhole, from, to)), {});
    ASSERT_FALSE(suite.ok()) << to;
    EXPECT_EQ(suite.error().message.find(folder.path().string()), 0u) << suite.error().message;
  }
  EXPECT_EQ(read_suite("/nowhere", {}).error().code, ErrorCode::kNotFound);
}

TEST(SuiteFile, PlaceholdersAreReplacedOnce) {
  EXPECT_EQ(filled_in("{a}{b}{{a}", {{"a", "{b}"}, {"b", "2"}}), "{b}2{{b}");
  EXPECT_EQ(filled_in("{open", {{"open", "x"}}), "{open");
}

}  // namespace
}  // namespace rapporteur::recall
