// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur like, search --expand and --relevant, as a person at a terminal uses them.
#include <gtest/gtest.h>

#include "tests/cli/index_tool.h"

namespace rapporteur::testing {
namespace {

class Refine : public ::testing::Test {
 protected:
  Refine() {
    std::string records = record_line("a", "The ferry strike: a mediator met the union at noon.");
    records += record_line("b", "Strike without end, though the mediator called the union.");
    records += record_line("c", "Bread for the mediator, and a union that waits.");
    for (char letter = 'd'; letter <= 'z'; ++letter)
      records += record_line({letter}, std::string("Roses of the garden ") + letter + letter + ".");
    (void)index_tool({"add", "-", "-q", "--index", folder_ / "index"}, {.input = records});
  }

  ProgramResult ask(std::vector<std::string> words) const {
    return search_tool(std::move(words), folder_ / "index");
  }

  TemporaryFolder folder_;
};

TEST_F(Refine, ExpandShowsWhatWasAddedAndWhatItBrought) {
  const ProgramResult text = ask({"search", "strike", "--expand", "--explain"});
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_TRUE(has(text.out, "added:      mediator 0.30, union 0.30 (words of 2 records)"))
      << text.out;
  EXPECT_TRUE(has(text.out, "2 matches and 1 without the words"));
  EXPECT_TRUE(has(text.out, "matched: mediator (added), union (added)"));
  EXPECT_TRUE(has(text.out, "word union (added)"));
  const auto json =
      nlohmann::json::parse(ask({"search", "strike", "--expand", "--format", "json"}).out);
  EXPECT_EQ(json["query"]["added"][0]["word"], "mediator");
  EXPECT_EQ(json["query"]["added_from"].size(), 2U);
}

TEST_F(Refine, RunsTakeIt) {
  folder_.write("topics.tsv", "1\tstrike\n2\troses\n");
  const ProgramResult run = ask({"search", "--queries", folder_ / "topics.tsv", "--format", "trec",
                                 "--expand", "--tag", "t"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(has(run.out, "1 Q0 c 3 ")) << run.out;
}

TEST_F(Refine, RelevantIsRepeatable) {
  const ProgramResult text = ask({"search", "strike", "--relevant", "c", "--relevant", "b"});
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_TRUE(has(text.out, "(words of 2 records)"));
}

TEST_F(Refine, LikeFindsRecordsLikeOne) {
  const ProgramResult lines = ask({"like", "a", "--format", "tsv"});
  EXPECT_EQ(lines.code, 0) << lines.err;
  EXPECT_EQ(lines_of(lines.out).size(), 3U) << lines.out;  // the heading, b and c
  EXPECT_EQ(ask({"like", "a", "--from", "2018"}).code, 1);
}

TEST_F(Refine, UnknownRecordsAreNamed) {
  for (const auto& words :
       {std::vector<std::string>{"like", "nobody"}, {"search", "strike", "--relevant", "nobody"}}) {
    const ProgramResult result = ask(words);
    EXPECT_EQ(result.code, 2);
    EXPECT_TRUE(has(result.err, "no record has the id \"nobody\"")) << result.err;
  }
  EXPECT_EQ(ask({"like", "a", "b"}).code, 2);
}

}  // namespace
}  // namespace rapporteur::testing
