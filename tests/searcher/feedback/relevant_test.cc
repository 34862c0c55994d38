// SPDX-License-Identifier: GPL-2.0-or-later
//
// Question::relevant: the user's marks refine a question.
#include <gtest/gtest.h>

#include "tests/searcher/feedback/harbour_index.h"

namespace rapporteur {
namespace {

using namespace testing;  // NOLINT: everything of a test's support

std::function<void(Question&)> marking(std::vector<std::string> marked) {
  return [marked = std::move(marked)](Question& question) { question.relevant = marked; };
}

class Relevant : public ::testing::Test {
 protected:
  MadeIndex index_{harbour()};
  Searcher searcher_ = index_.searcher();
};

TEST_F(Relevant, MarkedRecordsLiftThoseThatSpeakLikeThem) {
  const Answer by_cooks = asked(searcher_, "strike", marking({"strike-3"}));
  EXPECT_EQ(ids(by_cooks).front(), "strike-3");  // it stays in the answer
  const Answer by_mediator = asked(searcher_, "strike", marking({"talks"}));
  EXPECT_EQ(by_mediator.query.added_from, std::vector<std::string>{"talks"});
  EXPECT_TRUE(holds(added_words(by_mediator), "mediator"));
  EXPECT_EQ(ids(by_mediator).back(), "strike-3");
  EXPECT_EQ(ids(by_mediator, true).front(), "talks");
  EXPECT_EQ(by_mediator.total, 3U);
  expect_explained(by_mediator);
}

TEST_F(Relevant, AnIdThatNoRecordHasIsNamed) {
  const Result<Answer> answer = try_asking(searcher_, "strike", marking({"talks", "no-such"}));
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kNotFound);
  EXPECT_NE(answer.error().message.find("\"no-such\""), std::string::npos);
}

TEST_F(Relevant, MarkingTwiceIsMarkingOnce) {
  const Answer once = asked(searcher_, "strike", marking({"talks", "strike-3"}));
  const Answer twice = asked(searcher_, "strike", marking({"talks", "strike-3", "talks"}));
  ASSERT_EQ(once.hits.size(), twice.hits.size());
  for (std::size_t i = 0; i < once.hits.size(); ++i) {
    EXPECT_EQ(once.hits[i].id, twice.hits[i].id);
    EXPECT_EQ(once.hits[i].score, twice.hits[i].score);
  }
  EXPECT_EQ(once.query.added_from, twice.query.added_from);
}

TEST_F(Relevant, MarksAreBelievedRatherThanGuesses) {
  const Answer answer = asked(searcher_, "strike", [](Question& question) {
    question.expand = true;
    question.relevant = {"strike-3"};
  });
  EXPECT_EQ(answer.query.added_from, std::vector<std::string>{"strike-3"});
}

TEST_F(Relevant, OrdersWhatOnlyFacetsOrNothingAtAllFound) {
  const Answer facets = asked(searcher_, "Norway", marking({"talks"}));
  EXPECT_EQ(facets.total, 3U);
  EXPECT_EQ(ids(facets).front(), "talks");
  const Answer all = asked(searcher_, "", marking({"strike-3"}));
  EXPECT_EQ(all.total, 35U);
  EXPECT_EQ(ids(all).front(), "strike-3");
  EXPECT_EQ(all.tail_total, 0U);
}

TEST_F(Relevant, WhatIsExcludedStaysSo) {
  const Answer answer = asked(searcher_, "strike -mediator", marking({"talks"}));
  EXPECT_FALSE(holds(added_words(answer), "mediator"));
  EXPECT_EQ(ids(answer), std::vector<std::string>{"strike-3"});
  EXPECT_TRUE(ids(answer, true).empty());
}

TEST(RelevantEdge, ThreeHundredMarks) {
  std::vector<Record> records = harbour();
  std::vector<std::string> marked;
  for (int i = 0; i < 300; ++i) {
    const std::string word =
        std::string("pier") + static_cast<char>('a' + i % 26) + static_cast<char>('a' + i / 26);
    marked.push_back("marked-" + std::to_string(i));
    records.push_back(made_record(marked.back(), "", "The strike on " + word + " with flags."));
  }
  const MadeIndex index(records);
  const Answer answer = asked(index.searcher(), "strike", marking(marked));
  EXPECT_EQ(answer.query.added_from.size(), 300U);
  EXPECT_LE(answer.query.added.size(), 40U);
  EXPECT_EQ(answer.total, 303U);
  expect_explained(answer);
}

TEST(RelevantEdge, LongMarksAreGivenUpAtTheDeadline) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "word" + std::to_string(i) + " ";
  std::vector<Record> records;
  std::vector<std::string> marked;
  for (int i = 0; i < 10; ++i) {
    marked.push_back("long-" + std::to_string(i));
    records.push_back(made_record(marked.back(), "", marked.back() + " " + text));
  }
  const MadeIndex index(records);
  const Result<Answer> answer = try_asking(index.searcher(), "", [&](Question& question) {
    question.relevant = marked;
    question.deadline = std::chrono::milliseconds(5);
  });
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kDeadline);
}

TEST(RelevantEdge, ARecordWithoutWordsTellsNothing) {
  std::vector<Record> records = harbour();
  records.push_back(made_record("empty", "", "1 2 3 ..."));
  const MadeIndex index(records);
  const Answer answer = asked(index.searcher(), "strike", marking({"empty"}));
  EXPECT_EQ(answer.total, 3U);
  EXPECT_TRUE(answer.query.added.empty());
  EXPECT_TRUE(says(answer.notices, "none were added"));
}

}  // namespace
}  // namespace rapporteur
