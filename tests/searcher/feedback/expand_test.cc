// SPDX-License-Identifier: GPL-2.0-or-later
//
// Question::expand: words of the best answers are searched as well.
#include <gtest/gtest.h>

#include <cctype>

#include "tests/searcher/feedback/harbour_index.h"

namespace rapporteur {
namespace {

using namespace testing;  // NOLINT: everything of a test's support

void expanded(Question& question) {
  question.expand = true;
}
void plain(Question&) {}

class Expand : public ::testing::Test {
 protected:
  MadeIndex index_{harbour()};
  Searcher searcher_ = index_.searcher();
};

TEST_F(Expand, WordsThatTheBestAnswersShareAreAddedAndShown) {
  const Answer answer = asked(searcher_, "strike", expanded);
  EXPECT_TRUE(holds(added_words(answer), "mediator"));
  EXPECT_TRUE(holds(added_words(answer), "union"));
  double last = 0.3;
  for (const AddedWord& one : answer.query.added) {
    EXPECT_GT(one.weight, 0.0);
    EXPECT_LE(one.weight, last + 1e-6) << one.word;
    last = one.weight;
  }
  std::vector<std::string> from = answer.query.added_from;
  std::sort(from.begin(), from.end());
  EXPECT_EQ(from, (std::vector<std::string>{"strike-1", "strike-2", "strike-3"}));
}

TEST_F(Expand, IsOffUnlessItIsAskedFor) {
  const Answer answer = asked(searcher_, "strike", plain);
  EXPECT_TRUE(answer.query.added.empty());
  EXPECT_TRUE(answer.query.added_from.empty());
  EXPECT_EQ(answer.tail_total, 0U);
}

TEST_F(Expand, AddedWordsMakeNoMatchButBringTheirRecordsBehindThem) {
  const Answer before = asked(searcher_, "strike", plain);
  const Answer after = asked(searcher_, "strike", expanded);
  EXPECT_EQ(after.total, before.total);
  EXPECT_EQ(ids(after).size(), 3U);
  EXPECT_EQ(ids(after, true), std::vector<std::string>{"talks"});
  EXPECT_EQ(after.tail_total, 1U);
  expect_same_facets(before, after);
  const Answer without_tail = asked(searcher_, "strike", [](Question& question) {
    question.expand = true;
    question.tail = false;
  });
  EXPECT_EQ(ids(without_tail), ids(after));
  EXPECT_EQ(without_tail.tail_total, 0U);
}

TEST_F(Expand, FiltersHoldForWhatItBrings) {
  for (const char* text : {"strike Norway", "strike country:NOR"}) {
    const Answer answer = asked(searcher_, text, expanded);
    EXPECT_EQ(ids(answer).size(), 2U) << text;
    EXPECT_EQ(ids(answer, true), std::vector<std::string>{"talks"}) << text;
  }
  const Answer elsewhere = asked(searcher_, "strike", [](Question& question) {
    question.expand = true;
    question.selections = {{FacetField::kCountry, "NOR", true}};
  });
  EXPECT_EQ(ids(elsewhere), std::vector<std::string>{"strike-3"});
  EXPECT_EQ(ids(elsewhere, true), std::vector<std::string>{"fair"});  // of the cooks, too
}

TEST_F(Expand, EveryContributionIsTold) {
  const Answer answer = asked(searcher_, "strike", expanded);
  expect_explained(answer);
  const Hit& talks = answer.hits.back();
  ASSERT_EQ(talks.id, "talks");
  EXPECT_TRUE(holds(talks.matched, "mediator (added)"));
  EXPECT_FALSE(talks.snippet.matches.empty());
  EXPECT_TRUE(std::any_of(talks.explanation.begin(), talks.explanation.end(),
                          [](const auto& part) { return part.what == "word mediator (added)"; }));
}

TEST_F(Expand, NothingIsAddedThatIsSaidOrSaysNothing) {
  const Answer answer = asked(searcher_, "strikes Norway", expanded);
  for (const AddedWord& one : answer.query.added) {
    EXPECT_NE(one.word, "strike");    // typed
    EXPECT_NE(one.word, "the");       // a function word
    EXPECT_NE(one.word, "Quayside");  // in every record: the name of the house
    EXPECT_FALSE(std::isdigit(static_cast<unsigned char>(one.word[0]))) << one.word;
  }
}

TEST_F(Expand, WhatIsExcludedIsNeverAdded) {
  for (const char* text : {"strike -mediator", "strike NOT mediator", "strike -mediat*"}) {
    const Answer answer = asked(searcher_, text, expanded);
    EXPECT_FALSE(holds(added_words(answer), "mediator")) << text;
    EXPECT_EQ(ids(answer), std::vector<std::string>{"strike-3"}) << text;
    EXPECT_EQ(ids(answer, true), std::vector<std::string>{"fair"}) << text;
  }
}

TEST_F(Expand, WorksOnPhrasesAndOnLiteralQuestions) {
  const Answer phrase = asked(searcher_, "\"the strike\"", expanded);
  EXPECT_EQ(ids(phrase).size(), 2U);
  EXPECT_FALSE(holds(added_words(phrase), "strike"));
  EXPECT_TRUE(holds(added_words(phrase), "union"));
  const Answer literal = asked(searcher_, "strike", [](Question& question) {
    question.expand = true;
    question.literal = true;
  });
  EXPECT_TRUE(holds(added_words(literal), "union"));
  EXPECT_EQ(ids(literal, true), std::vector<std::string>{"talks"});
}

TEST_F(Expand, AQuestionWithoutWordsIsLeftAsItIs) {
  const Answer before = asked(searcher_, "Norway 2015", plain);
  const Answer after = asked(searcher_, "Norway 2015", expanded);
  EXPECT_EQ(ids(after), ids(before));
  EXPECT_TRUE(after.query.added.empty());
  EXPECT_TRUE(says(after.notices, "has no words"));
  EXPECT_TRUE(asked(searcher_, "nowhere-word", expanded).hits.empty());
}

TEST_F(Expand, PagesFitTogether) {
  const Answer whole = asked(searcher_, "strike", expanded);
  for (std::size_t offset = 0; offset < whole.hits.size(); ++offset) {
    const Answer page = asked(searcher_, "strike", [&](Question& question) {
      question.expand = true;
      question.offset = offset;
      question.limit = 1;
    });
    ASSERT_EQ(page.hits.size(), 1U);
    EXPECT_EQ(page.hits[0].id, whole.hits[offset].id);
    EXPECT_EQ(page.hits[0].score, whole.hits[offset].score);
  }
}

TEST(ExpandEdge, AnEmptyIndexAndRecordsWithoutText) {
  const MadeIndex nothing({});
  EXPECT_EQ(asked(nothing.searcher(), "strike", expanded).total, 0U);
  std::vector<Record> records;
  for (int i = 0; i < 3; ++i) records.push_back(made_record("t" + std::to_string(i), "Strike", ""));
  const MadeIndex titles(records);
  const Answer answer = asked(titles.searcher(), "strike", expanded);
  EXPECT_EQ(answer.total, 3U);
  EXPECT_TRUE(answer.query.added.empty());
  EXPECT_TRUE(says(answer.notices, "none were added"));
}

TEST(ExpandEdge, CopiesOfOnePublicationTellTheirWordsOnce) {
  std::vector<Record> records = harbour();
  const std::string statement =
      "Quayside Papers: the strike of the tugboats, says the pilot guild in its statement, will be "
      "long, since the wages of tugboats and pilots have not risen for nine years in this town.";
  for (const char* id : {"copy-1", "copy-2", "copy-3"})
    records.push_back(made_record(id, "Tugboats will not leave the quay", statement));
  const MadeIndex index(records);
  const Answer answer = asked(index.searcher(), "strike", expanded);
  EXPECT_EQ(std::count_if(answer.query.added_from.begin(), answer.query.added_from.end(),
                          [](const std::string& id) { return id.starts_with("copy"); }),
            1);
  EXPECT_FALSE(holds(added_words(answer), "tugboats"));  // one publication alone says it
}

TEST(ExpandEdge, EachLanguageHasItsOwnStems) {
  std::vector<Record> records;
  for (const char* id : {"es-1", "es-2"}) {
    records.push_back(in_language(
        made_record(id, "",
                    std::string("La huelga sigue y las negociaciones con los sindicatos ") +
                        (id[3] == '1' ? "del puerto" : "de la mina")),
        "es"));
  }
  records.push_back(in_language(
      made_record("es-3", "", "Una negociación larga entre el sindicato y la empresa."), "es"));
  records.push_back(in_language(made_record("fr", "", "La grève et les négociations."), "fr"));
  add_others(records, 20);
  const MadeIndex index(records);
  const Answer answer = asked(index.searcher(), "huelga", expanded);
  EXPECT_EQ(ids(answer).size(), 2U);
  EXPECT_TRUE(holds(added_words(answer), "negociaciones"));
  EXPECT_FALSE(holds(added_words(answer), "las"));
  EXPECT_EQ(ids(answer, true).front(), "es-3");
}

TEST(ExpandEdge, WordsOfAScriptWithoutSpacesAreAdded) {
  std::vector<Record> records = {
      in_language(made_record("zh-1", "", "港口罢工继续，调解员会见工会。"), "zh"),
      in_language(made_record("zh-2", "", "罢工没有结束，调解员离开工会。"), "zh"),
      in_language(made_record("zh-3", "", "工会与调解员谈到深夜。"), "zh"),
  };
  add_others(records, 20);
  const MadeIndex index(records);
  const Answer answer = asked(index.searcher(), "罢工", expanded);
  EXPECT_EQ(ids(answer).size(), 2U);
  EXPECT_TRUE(holds(added_words(answer), "工会"));
  EXPECT_EQ(ids(answer, true), std::vector<std::string>{"zh-3"});
}

}  // namespace
}  // namespace rapporteur
