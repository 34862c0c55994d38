// SPDX-License-Identifier: GPL-2.0-or-later
//
// Question::like: records like one.
#include <gtest/gtest.h>

#include <set>

#include "tests/searcher/feedback/harbour_index.h"

namespace rapporteur {
namespace {

using namespace testing;  // NOLINT: everything of a test's support

std::function<void(Question&)> like(const std::string& id,
                                    const std::function<void(Question&)>& with = {}) {
  return [id, with](Question& question) {
    question.like = id;
    if (with) with(question);
  };
}

// Statements on a strike, some with copies, and records on other things.
std::vector<Record> statements() {
  std::vector<Record> records = harbour();
  const std::string statement =
      "Quayside Papers: a mediator and the union of the harbour met over bread, and the strike of "
      "the captains may end before the herring comes, which the whole town has waited for.";
  for (const char* id : {"copy-1", "copy-2"}) {
    records.push_back(made_record(id, "The strike may end", statement));
    records.back().countries = {{"NOR", true, 1.0}};
  }
  return records;
}

class Like : public ::testing::Test {
 protected:
  MadeIndex index_{statements()};
  Searcher searcher_ = index_.searcher();
};

TEST_F(Like, RecordsThatShareItsWordsAreFound) {
  const Answer answer = asked(searcher_, "", like("strike-1"));
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_TRUE(holds(ids(answer), "strike-2"));
  for (const Hit& hit : answer.hits) EXPECT_EQ(hit.id.find("other"), std::string::npos) << hit.id;
  EXPECT_EQ(answer.query.added_from, std::vector<std::string>{"strike-1"});
  EXPECT_EQ(answer.query.added.front().weight, 1.0);
  EXPECT_EQ(answer.total, answer.hits.size());
  EXPECT_EQ(answer.tail_total, 0U);
  EXPECT_FALSE(answer.hits.front().snippet.matches.empty());
  expect_explained(answer);
}

TEST_F(Like, NeitherItselfNorItsCopies) {
  for (const char* id : {"copy-1", "copy-2"}) {
    for (const DuplicateMode mode : {DuplicateMode::kShow, DuplicateMode::kCollapse}) {
      const Answer answer =
          asked(searcher_, "", like(id, [&](Question& question) { question.duplicates = mode; }));
      EXPECT_FALSE(answer.hits.empty());
      for (const Hit& hit : answer.hits) EXPECT_FALSE(hit.id.starts_with("copy")) << hit.id;
    }
  }
}

TEST_F(Like, CopiesAreOneHit) {
  const Answer answer = asked(searcher_, "", like("talks", [](Question& question) {
                                question.duplicates = DuplicateMode::kCollapse;
                              }));
  EXPECT_EQ(answer.collapsed, 1U);
  EXPECT_EQ(answer.total, answer.hits.size() + 1);
}

TEST_F(Like, FiltersNarrowAndCountsAgreeWithTheHits) {
  const Answer all = asked(searcher_, "", like("talks"));
  const Answer narrow = asked(searcher_, "", like("talks", [](Question& question) {
                                question.selections = {{FacetField::kCountry, "NOR", false}};
                                question.dates = parse_iso_interval("2015-03");
                              }));
  EXPECT_EQ(ids(narrow), std::vector<std::string>{"strike-1"});
  EXPECT_LT(narrow.total, all.total);
  std::uint64_t norway = 0;
  for (const Hit& hit : all.hits) norway += hit.countries.empty() ? 0 : 1;
  for (const FacetCounts& facet : all.facets) {
    if (facet.field != FacetField::kCountry) continue;
    ASSERT_EQ(facet.values.size(), 1U);
    EXPECT_EQ(facet.values[0].count, norway);
  }
}

TEST_F(Like, TextNarrowsAsWell) {
  const Answer answer = asked(searcher_, "dawn", like("strike-1"));
  EXPECT_EQ(ids(answer), std::vector<std::string>{"strike-2"});
  const Answer excluded = asked(searcher_, "-dawn", like("strike-1"));
  EXPECT_FALSE(holds(ids(excluded), "strike-2"));
}

TEST_F(Like, WhatSharesItsCountryComesFirst) {
  std::vector<Record> records;
  add_others(records, 20);
  for (const char* id : {"seed", "b-elsewhere", "c-there"})
    records.push_back(
        made_record(id, "", std::string("Lanterns of the pilgrims and ") + id + " with drums."));
  records[20].countries = {{"NPL", true, 1.0}};
  records[22].countries = {{"NPL", true, 1.0}};
  const MadeIndex index(records);
  const Answer answer = asked(index.searcher(), "", like("seed"));
  EXPECT_EQ(ids(answer), (std::vector<std::string>{"c-there", "b-elsewhere"}));
  expect_explained(answer);
}

TEST_F(Like, OrdersByDateAndPagesFitTogether) {
  const Answer newest =
      asked(searcher_, "",
            like("strike-2", [](Question& question) { question.sort = SortOrder::kNewest; }));
  ASSERT_GE(newest.hits.size(), 2U);
  EXPECT_EQ(newest.hits.back().date, std::nullopt);
  const Answer whole = asked(searcher_, "", like("talks"));
  for (std::size_t offset = 0; offset < whole.hits.size(); ++offset) {
    const Answer page = asked(searcher_, "", like("talks", [&](Question& question) {
                                question.offset = offset;
                                question.limit = 1;
                              }));
    ASSERT_EQ(page.hits.size(), 1U);
    EXPECT_EQ(page.hits[0].id, whole.hits[offset].id);
  }
}

TEST_F(Like, AnIdThatNoRecordHasIsNamed) {
  const Result<Answer> answer = try_asking(searcher_, "", like("no-such"));
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kNotFound);
  EXPECT_NE(answer.error().message.find("\"no-such\""), std::string::npos);
  const MadeIndex nothing({});
  EXPECT_FALSE(try_asking(nothing.searcher(), "", like("a")).ok());
}

TEST(LikeEdge, NothingIsLikeARecordWithoutWords) {
  std::vector<Record> records = harbour();
  records.push_back(made_record("empty", "", ""));
  records.push_back(made_record("numbers", "", "1 2 3"));
  const MadeIndex index(records);
  for (const char* id : {"empty", "numbers"}) {
    const Answer answer = asked(index.searcher(), "", like(id));
    EXPECT_EQ(answer.total, 0U);
    EXPECT_TRUE(answer.hits.empty());
    EXPECT_TRUE(says(answer.notices, "no words"));
  }
}

TEST(LikeEdge, AChineseRecordFindsItsLike) {
  std::vector<Record> records = {
      in_language(made_record("zh-1", "", "港口罢工继续，调解员会见工会。"), "zh"),
      in_language(made_record("zh-2", "", "罢工没有结束，调解员离开工会。"), "zh"),
      in_language(made_record("zh-3", "", "春天的花园很美丽。"), "zh"),
  };
  add_others(records, 20);
  const MadeIndex index(records);
  EXPECT_EQ(ids(asked(index.searcher(), "", like("zh-1"))), std::vector<std::string>{"zh-2"});
}

}  // namespace
}  // namespace rapporteur
