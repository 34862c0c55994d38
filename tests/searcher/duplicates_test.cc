// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records that are the same publication: shown once or each by itself, counted always.
#include <gtest/gtest.h>
#include <rapporteur/searcher.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/made_index.h"

namespace rapporteur {
namespace {

using testing::dated;
using testing::ids;
using testing::made_record;
using testing::MadeIndex;

// A statement of which three organisations have a copy, a teaser of it, and other pieces.
std::vector<Record> collection() {
  const std::string statement =
      "Eleven organisations ask the Council to look into the detention of lawyers in the valley, "
      "since nobody has seen them for weeks and their families are told nothing at all.";
  std::vector<Record> records;
  for (const char* id : {"copy-b", "copy-c", "first"}) {
    records.push_back(made_record(id, "Lawyers must be freed", statement));
    dated(records.back(), "2018-06-22");
    records.back().countries = {{"CHN", true, 1.0}};
  }
  dated(records.back(), "2018-06-21");  // the earliest represents
  Record teaser = made_record("teaser", "Lawyers must be freed", statement.substr(0, 70) + " …");
  teaser.kind = "teaser";
  records.push_back(dated(teaser, "2018-06-22"));
  for (int i = 0; i < 6; ++i) {
    const std::string number = std::to_string(i);
    records.push_back(made_record("other-" + number, "Another piece",
                                  "Piece number " + number +
                                      " is on the detention of people of whom hardly anybody " +
                                      "speaks, be they lawyers or not, in town " + number + "."));
    dated(records.back(), ("201" + number + "-01-01").c_str());
  }
  return records;
}

Question question(DuplicateMode mode) {
  Question question;
  question.text = "detention lawyers";
  question.literal = true;
  question.duplicates = mode;
  return question;
}

TEST(Duplicates, AreOneHitOrEachItsOwnAndCountedAlways) {
  const MadeIndex index(collection());
  const Searcher searcher = index.searcher();
  const auto shown = searcher.search(question(DuplicateMode::kShow));
  const auto collapsed = searcher.search(question(DuplicateMode::kCollapse));
  ASSERT_TRUE(shown.ok() && collapsed.ok());
  EXPECT_EQ(shown->total, 10U);
  EXPECT_EQ(shown->hits.size(), 10U);
  EXPECT_EQ(shown->collapsed, 0U);
  EXPECT_EQ(collapsed->total, 10U);
  EXPECT_EQ(collapsed->collapsed, 3U);
  EXPECT_EQ(collapsed->hits.size(), 7U);
  ASSERT_EQ(shown->facets.size(), collapsed->facets.size());
  for (std::size_t i = 0; i < shown->facets.size(); ++i) {
    ASSERT_EQ(shown->facets[i].values.size(), collapsed->facets[i].values.size());
    for (std::size_t j = 0; j < shown->facets[i].values.size(); ++j) {
      EXPECT_EQ(shown->facets[i].values[j].count, collapsed->facets[i].values[j].count);
    }
  }
}

TEST(Duplicates, AreShownByTheirRepresentativeAtTheBestPlaceOfAny) {
  const MadeIndex index(collection());
  const Searcher searcher = index.searcher();
  Question asked = question(DuplicateMode::kCollapse);
  asked.explain = true;
  const auto collapsed = searcher.search(asked);
  const auto shown = searcher.search(question(DuplicateMode::kShow));
  ASSERT_TRUE(collapsed.ok() && shown.ok());
  const std::set<std::string> members = {"first", "copy-b", "copy-c", "teaser"};
  double best = 0.0;
  for (const Hit& hit : shown->hits) {
    if (!members.contains(hit.id)) continue;
    best = std::max(best, hit.score);
    ASSERT_TRUE(hit.group.has_value());
    EXPECT_TRUE(hit.group->expanded);
    EXPECT_EQ(hit.group->collapsed, 0U);
  }
  const auto hit = std::find_if(collapsed->hits.begin(), collapsed->hits.end(),
                                [&](const Hit& one) { return members.contains(one.id); });
  ASSERT_NE(hit, collapsed->hits.end());
  EXPECT_EQ(hit->id, "first");
  EXPECT_DOUBLE_EQ(hit->score, best);
  double explained = 0.0;
  for (const Contribution& part : hit->explanation) explained += part.score;
  EXPECT_NEAR(explained, hit->score, 1e-4);
  EXPECT_EQ(hit->group->representative, "first");
  EXPECT_EQ(hit->group->size, 4U);
  EXPECT_EQ(hit->group->collapsed, 3U);
  EXPECT_FALSE(hit->group->expanded);
  ASSERT_EQ(hit->group->ids.size(), 4U);
  EXPECT_EQ(hit->group->ids.front(), "first");
  EXPECT_EQ(hit->group->ids.back(), "teaser");
  for (std::size_t i = 1; i < collapsed->hits.size(); ++i) {
    EXPECT_GE(collapsed->hits[i - 1].score, collapsed->hits[i].score);
  }
}

TEST(Duplicates, ARepresentativeThatDoesNotMatchIsNotShown) {
  const MadeIndex index(collection());
  Question asked = question(DuplicateMode::kCollapse);
  asked.dates = parse_iso_interval("2018-06-22");
  const auto answer = index.searcher().search(asked);
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->total, 3U);
  EXPECT_EQ(answer->collapsed, 2U);
  ASSERT_EQ(answer->hits.size(), 1U);
  EXPECT_NE(answer->hits[0].id, "first");
  EXPECT_EQ(answer->hits[0].group->representative, "first");
}

TEST(Duplicates, OrderedByDateTheMemberWhoseDateThePlaceIsIsShown) {
  const MadeIndex index(collection());
  Question asked = question(DuplicateMode::kCollapse);
  asked.sort = SortOrder::kNewest;
  const auto answer = index.searcher().search(asked);
  ASSERT_TRUE(answer.ok());
  ASSERT_FALSE(answer->hits.empty());
  EXPECT_EQ(to_iso(answer->hits[0].date->interval.from), "2018-06-22");
}

TEST(Duplicates, PagesPutTogetherAreTheWholeAnswer) {
  const MadeIndex index(collection());
  const Searcher searcher = index.searcher();
  for (const SortOrder sort : {SortOrder::kRelevance, SortOrder::kNewest, SortOrder::kOldest}) {
    Question asked = question(DuplicateMode::kCollapse);
    asked.text = "lawyers China";  // with a tail, if understood
    asked.literal = false;
    asked.sort = sort;
    asked.limit = 100;
    const auto whole = searcher.search(asked);
    ASSERT_TRUE(whole.ok());
    EXPECT_EQ(whole->hits.size(),
              whole->total - whole->collapsed + whole->tail_total - whole->tail_collapsed);
    std::vector<std::string> paged;
    asked.limit = 2;
    for (asked.offset = 0; asked.offset < whole->hits.size(); asked.offset += 2) {
      const auto page = searcher.search(asked);
      ASSERT_TRUE(page.ok());
      for (const Hit& hit : page->hits) paged.push_back(hit.id);
    }
    std::vector<std::string> expected;
    for (const Hit& hit : whole->hits) expected.push_back(hit.id);
    EXPECT_EQ(paged, expected);
  }
}

TEST(Duplicates, AGroupIsToldByAnyOfItsRecords) {
  const MadeIndex index(collection());
  const Searcher searcher = index.searcher();
  const auto group = searcher.group("teaser");
  ASSERT_TRUE(group.ok());
  ASSERT_EQ(group->size(), 4U);
  EXPECT_EQ(group->front().id, "first");
  EXPECT_TRUE(group->front().representative);
  EXPECT_EQ(group->back().kind, "teaser");
  EXPECT_EQ(searcher.group("other-1")->size(), 1U);
  EXPECT_EQ(searcher.group("nobody").error().code, ErrorCode::kNotFound);
  const auto shown = nlohmann::json::parse(*searcher.show("teaser"));
  EXPECT_EQ(shown["duplicate_of"], "first");
  EXPECT_TRUE(nlohmann::json::parse(*searcher.show("first"))["duplicate_of"].is_null());
  EXPECT_EQ(searcher.statistics()->groups, 1U);
  EXPECT_EQ(searcher.statistics()->grouped, 3U);
}

TEST(Histories, TellWhatChanged) {
  MadeIndex index({made_record("page", "Title", "Some words of the first day.")});
  const Searcher searcher = index.searcher();
  EXPECT_EQ(searcher.history("page")->size(), 1U);
  Record changed = made_record("page", "Title", "Some words of the second day.");
  index.add({dated(changed, "2018-06-22")});
  const auto history = searcher.history("page");
  ASSERT_TRUE(history.ok());
  ASSERT_EQ(history->size(), 2U);
  EXPECT_TRUE((*history)[0].changed.empty());
  EXPECT_EQ((*history)[1].changed, (std::vector<std::string>{"text", "date"}));
  EXPECT_EQ((*history)[1].text_bytes, 29U);
  EXPECT_EQ((*history)[0].since.size(), 20U);
  EXPECT_EQ(searcher.history("nobody").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace rapporteur
