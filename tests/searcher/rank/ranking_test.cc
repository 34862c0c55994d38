// SPDX-License-Identifier: GPL-2.0-or-later
//
// What makes one record come before another, and that each part of it is told.
#include <gtest/gtest.h>
#include <rapporteur/searcher.h>

#include <algorithm>
#include <functional>

#include "tests/support/made_index.h"

namespace rapporteur {
namespace {

using testing::ids;
using testing::made_record;
using testing::MadeIndex;

// Words that no question of these tests holds.
std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "filler" + std::to_string(i % 97) + " ";
  return text;
}

Answer ask(const Searcher& searcher, const std::string& text,
           const std::function<void(Question&)>& with = {}) {
  Question question;
  question.text = text;
  question.limit = 100;
  question.explain = true;
  if (with) with(question);
  Result<Answer> answer = searcher.search(question);
  if (!answer.ok()) throw std::runtime_error(answer.error().message);
  return std::move(*answer);
}

double explained(const Hit& hit) {
  double sum = 0.0;
  for (const Contribution& part : hit.explanation) sum += part.score;
  return sum;
}

bool explains(const Hit& hit, const std::string& what) {
  return std::any_of(hit.explanation.begin(), hit.explanation.end(),
                     [&](const Contribution& part) { return part.what == what; });
}

TEST(Ranking, NeighboursOfTheQuestionThatAreNeighboursInTheTextComeFirst) {
  const MadeIndex index({
      made_record("apart", "", "A water of rights " + filler(30) + " and the cannon in the end."),
      made_record("beside", "", "A water cannon of rights " + filler(30) + " and so in the end."),
  });
  const Answer answer = ask(index.searcher(), "water cannon");
  ASSERT_EQ(ids(answer), (std::vector<std::string>{"beside", "apart"}));
  EXPECT_TRUE(explains(answer.hits[0], "neighbours"));
  EXPECT_FALSE(explains(answer.hits[1], "neighbours"));
}

TEST(Ranking, ALongRecordIsFoundByItsBestPassage) {
  const std::string gap = filler(900);
  const MadeIndex index({
      made_record(
          "gathered", "",
          gap + gap + " the quarry " + filler(20) + " flooded " + filler(20) + " pumps " + gap),
      made_record("scattered", "", gap + " the quarry " + gap + " flooded " + gap + " pumps "),
  });
  const Answer answer = ask(index.searcher(), "quarry flooded pumps");
  EXPECT_EQ(ids(answer), (std::vector<std::string>{"gathered", "scattered"}));
  EXPECT_TRUE(explains(answer.hits[0], "best passage"));
}

TEST(Ranking, WhatTheQuestionSaysTwiceCountsTwice) {
  const MadeIndex index({
      made_record("canals", "", "Of canals and nothing else at all."),
      made_record("bridges", "", "Of bridges and nothing else at all."),
  });
  const Searcher searcher = index.searcher();
  EXPECT_EQ(ids(ask(searcher, "bridges, canals. Which canals?")).front(), "canals");
  EXPECT_EQ(ids(ask(searcher, "canals, bridges. Which bridges?")).front(), "bridges");
}

TEST(Ranking, PartsOfAWordWithAHyphenLiftButDoNotMatch) {
  const MadeIndex index({
      made_record("whole", "", "A multi-party talk."),
      made_record("part", "", "A party talk."),
      made_record("none", "", "A plain talk."),
      made_record("only", "", "A party."),
  });
  const Answer answer = ask(index.searcher(), "multi-party talk");
  EXPECT_EQ(ids(answer), (std::vector<std::string>{"whole", "part", "none"}));
  EXPECT_TRUE(explains(answer.hits[1], "part party"));
}

TEST(Ranking, FunctionWordsOfTheIndexsLanguageAndElidedOnesAreLeftOut) {
  Record spanish = made_record("es", "", "Los canales del puerto.");
  spanish.language = std::optional<std::string>("es");
  const MadeIndex index({spanish, made_record("t", "", "A don who wore a t shirt donde?")});
  const Searcher searcher = index.searcher();
  EXPECT_EQ(ids(ask(searcher, "¿dónde están los canales?")), std::vector<std::string>{"es"});
  EXPECT_EQ(ids(ask(searcher, "I don't see canales")), std::vector<std::string>{"es"});
}

class NamedInPassing : public ::testing::Test {
 protected:
  static std::vector<Record> records() {
    std::vector<Record> list;
    for (const bool about : {true, false}) {
      Record record = made_record(about ? "about" : "other", "",
                                  "The harbour ferry strike ended when the captains went home.");
      if (about) record.countries->push_back({"NOR", true, 1.0});
      list.push_back(record);
    }
    return list;
  }
  MadeIndex index_{records()};
  Searcher searcher_ = index_.searcher();
};

TEST_F(NamedInPassing, ACountryBesideAFewWordsFilters) {
  const Answer answer = ask(searcher_, "ferry strike Norway");
  EXPECT_EQ(ids(answer), std::vector<std::string>{"about"});
}

TEST_F(NamedInPassing, ACountryBesideManyWordsLifts) {
  const Answer answer =
      ask(searcher_, "why did the captains of the harbour ferry in Norway end the strike");
  EXPECT_EQ(ids(answer), (std::vector<std::string>{"about", "other"}));
  ASSERT_EQ(answer.query.interpretation.size(), 1u);
  EXPECT_FALSE(answer.query.interpretation[0].filters);
  EXPECT_EQ(answer.tail_total, 0u);
}

TEST_F(NamedInPassing, QuotesInALongTextAreNotDemanded) {
  const std::string text =
      "harbour ferry strike captains home quay union wages talks minister mediator";
  EXPECT_EQ(ask(searcher_, text + " \"no such phrase\"").total, 2u);
  EXPECT_EQ(ask(searcher_, "strike \"ferry strike\"").total, 2u);
}

TEST_F(NamedInPassing, ExplanationsSumUpToTheScore) {
  for (const char* question :
       {"ferry strike Norway", "harbour-ferry strike", "strike Norway 1999",
        "why did the captains of the harbour ferry in Norway end the strike in 1999"}) {
    const Answer answer = ask(searcher_, question);
    ASSERT_FALSE(answer.hits.empty()) << question;
    for (const Hit& hit : answer.hits)
      EXPECT_NEAR(explained(hit), hit.score, 1e-4 * std::max(1.0, hit.score)) << question;
  }
}

TEST(Ranking, PagesOfOneAnswerFitTogether) {
  std::vector<Record> records;
  for (int i = 0; i < 250; ++i) {
    records.push_back(made_record("r" + std::to_string(i), "",
                                  "harbour " + filler(i % 7) + " ferry " + filler(i % 11)));
  }
  const MadeIndex index(records);
  const Searcher searcher = index.searcher();
  const auto whole = ids(ask(searcher, "harbour ferry", [](Question& q) { q.limit = 1000; }));
  ASSERT_EQ(whole.size(), 250u);
  std::vector<std::string> pages;
  for (std::size_t offset = 0; offset < 250; offset += 40) {
    const Answer page = ask(searcher, "harbour ferry", [&](Question& q) {
      q.limit = 40;
      q.offset = offset;
    });
    for (const std::string& id : ids(page)) pages.push_back(id);
    for (std::size_t i = 1; i < page.hits.size(); ++i)
      EXPECT_GE(page.hits[i - 1].score, page.hits[i].score);
  }
  EXPECT_EQ(pages, whole);
}

}  // namespace
}  // namespace rapporteur
