// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an answer holds: the contract of matches, tail, interpretation and facets.
#include <gtest/gtest.h>
#include <rapporteur/searcher.h>

#include <algorithm>

#include "tests/support/made_index.h"

namespace rapporteur {
namespace {

using testing::dated;
using testing::ids;
using testing::made_record;
using testing::MadeIndex;
using Ids = std::vector<std::string>;

std::vector<Record> small_collection() {
  std::vector<Record> records;
  const auto add = [&](const char* id, const char* title, const char* text, const char* date,
                       const char* country) {
    Record& record = records.emplace_back(made_record(id, title, text));
    if (date != nullptr) dated(record, date);
    if (country != nullptr) record.countries->push_back({country, true, 1.0});
  };
  add("r1", "Reprisals in China", "A lawyer met reprisals after she spoke in Geneva.", "2018-03-01",
      "CHN");
  add("r2", "Reprisal", "A man who met a rapporteur lost his passport in a reprisal.", "2018",
      "CHN");
  add("r3", "Silence", "Nothing was said about the camps.", "2018-06-02", "CHN");
  add("r4", "Reprisals elsewhere", "Reprisals were reported from Manama.", "2018-06-02", "BHR");
  add("r5", "Old reprisals", "Reprisals of long ago.", "2011-01-01", "CHN");
  add("r6", "Undated reprisals", "Reprisals, nobody knows when.", nullptr, "CHN");
  add("r7", "Stated facts", "The non-governmental groups stated their case at HRC40.", "2019-03-04",
      "FRA");
  add("r8", "States", "A nongovernmental group asked the states at HRC 40.", "2019-03-05", "FRA");
  return records;
}

class SearchTest : public ::testing::Test {
 protected:
  Answer ask(const std::string& text, const std::function<void(Question&)>& with = {}) {
    Question question;
    question.text = text;
    question.limit = 100;
    if (with) with(question);
    Result<Answer> answer = searcher_.search(question);
    if (!answer.ok()) throw std::runtime_error(answer.error().message);
    return std::move(*answer);
  }
  static bool says(const Answer& answer, const std::string& words) {
    return std::any_of(
        answer.notices.begin(), answer.notices.end(),
        [&](const std::string& notice) { return notice.find(words) != std::string::npos; });
  }
  Ids sorted(Ids list) {
    std::sort(list.begin(), list.end());
    return list;
  }

  MadeIndex index_{small_collection()};
  Searcher searcher_ = index_.searcher();
};

TEST_F(SearchTest, CountryAndYearFilterAndTheWordRanks) {
  const Answer answer = ask("reprisals China 2018");
  EXPECT_EQ(sorted(ids(answer)), (Ids{"r1", "r2"}));
  EXPECT_EQ(answer.total, 2u);
  EXPECT_EQ(answer.query.text, "reprisals");
  ASSERT_GE(answer.query.interpretation.size(), 2u);
}

TEST_F(SearchTest, WhatIsNamedAgainCountsOnce) {
  const Answer once = ask("reprisals China 2018");
  const Answer again = ask("reprisals China 2018 Chinese 2018 PRC");
  EXPECT_EQ(again.query.interpretation.size(), once.query.interpretation.size());
  ASSERT_EQ(ids(again), ids(once));
  EXPECT_EQ(again.hits[0].matched, once.hits[0].matched);
}

TEST_F(SearchTest, TheTailSatisfiesTheFacetsWithoutTheWords) {
  const Answer answer = ask("reprisals China 2018");
  EXPECT_EQ(ids(answer, true), Ids{"r3"});
  EXPECT_EQ(answer.tail_total, 1u);
  EXPECT_EQ(ask("reprisals China 2018", [](Question& q) { q.tail = false; }).tail_total, 0u);
}

TEST_F(SearchTest, AFacetThatLeavesNothingOnlyLifts) {
  const Answer answer = ask("reprisals France");
  const auto country =
      std::find_if(answer.query.interpretation.begin(), answer.query.interpretation.end(),
                   [](const Interpretation& one) { return one.facet == "country"; });
  ASSERT_NE(country, answer.query.interpretation.end());
  EXPECT_FALSE(country->filters);
  EXPECT_FALSE(answer.notices.empty());
  EXPECT_EQ(answer.total, 5u);
  EXPECT_EQ(sorted(ids(answer, true)), (Ids{"r7", "r8"}));
}

TEST_F(SearchTest, LiteralUnderstandsNothing) {
  const Answer answer = ask("China 2018", [](Question& q) { q.literal = true; });
  EXPECT_TRUE(answer.query.interpretation.empty());
  EXPECT_EQ(ids(answer), Ids{"r1"});
  EXPECT_EQ(answer.tail_total, 0u);
}

TEST_F(SearchTest, AQuestionOfFacetsOnlyHasMatchesOnly) {
  const Answer answer = ask("China 2018");
  EXPECT_EQ(answer.total, 3u);
  EXPECT_EQ(answer.tail_total, 0u);
  EXPECT_EQ(answer.query.text, "");
}

TEST_F(SearchTest, FacetCountsIgnoreTheirOwnSelection) {
  const Answer answer = ask("reprisals China 2018");
  for (const FacetCounts& facet : answer.facets) {
    if (facet.field == FacetField::kCountry) {
      ASSERT_EQ(facet.values.size(), 2u);
      EXPECT_EQ(facet.values[0].value, "CHN");
      EXPECT_EQ(facet.values[0].label, "China");
      EXPECT_EQ(facet.values[1].value, "BHR");
    }
    if (facet.field == FacetField::kYear) {
      ASSERT_EQ(facet.values.size(), 3u);
      EXPECT_EQ(facet.values[0].value, "2011");
      EXPECT_EQ(facet.values[1].count, 2u);
      EXPECT_EQ(facet.values[2].value, "undated");
    }
  }
}

TEST_F(SearchTest, DatesMatchWhereIntervalsOverlapAndUndatedNever) {
  const auto in = [&](const char* iso) {
    return sorted(ids(ask("reprisals", [&](Question& q) { q.dates = parse_iso_interval(iso); })));
  };
  EXPECT_EQ(in("2018"), (Ids{"r1", "r2", "r4"}));
  EXPECT_EQ(in("2018-03"), (Ids{"r1", "r2"}));
  EXPECT_EQ(in("2018-06-02"), (Ids{"r2", "r4"}));
}

TEST_F(SearchTest, UndatedRecordsThatADateLeavesOutAreCounted) {
  const std::string left_out = "1 record without a date would match but for the date";
  const auto in_2018 = [](Question& q) { q.dates = DateInterval::year(2018); };
  EXPECT_TRUE(says(ask("reprisals", in_2018), left_out));
  EXPECT_TRUE(says(ask("reprisals 2018"), left_out));
  EXPECT_TRUE(says(ask("reprisals year:2018"), left_out));
  // It holds no such word, or nothing asks for a date, or for one that it has.
  EXPECT_FALSE(says(ask("camps", in_2018), "without a date"));
  EXPECT_FALSE(says(ask("reprisals"), "without a date"));
  EXPECT_FALSE(says(ask("reprisals year:undated"), "without a date"));
}

TEST_F(SearchTest, SelectionsJoinByOrWithinAFacetAndByAndBetween) {
  const auto with = [&](std::vector<FacetSelection> selections) {
    return ask("reprisals", [&](Question& q) { q.selections = selections; }).total;
  };
  EXPECT_EQ(with({{FacetField::kCountry, "Bahrain", false}}), 1u);
  EXPECT_EQ(with({{FacetField::kCountry, "bh", false}, {FacetField::kCountry, "CHN", false}}), 5u);
  EXPECT_EQ(with({{FacetField::kCountry, "CHN", true}}), 1u);
  EXPECT_EQ(with({{FacetField::kCountry, "CHN", false}, {FacetField::kKind, "letter", false}}), 0u);
}

TEST_F(SearchTest, AnUnknownSelectionIsAnErrorThatNamesIt) {
  Question question;
  question.text = "x";
  question.selections = {{FacetField::kCountry, "Atlantis", false}};
  const Result<Answer> answer = searcher_.search(question);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(answer.error().message.find("Atlantis"), std::string::npos);
}

TEST_F(SearchTest, SelectionsAreReadAsPeopleWriteThem) {
  const auto with = [&](FacetField field, const char* value) {
    return ask("", [&](Question& q) { q.selections = {{field, value, false}}; }).total;
  };
  EXPECT_EQ(with(FacetField::kKind, "ARTICLE"), with(FacetField::kKind, "article"));
  EXPECT_GT(with(FacetField::kLanguage, "EN"), 0u);
  EXPECT_EQ(with(FacetField::kLanguage, "English"), with(FacetField::kLanguage, "en"));
  EXPECT_EQ(with(FacetField::kYear, "Undated"), 1u);
  EXPECT_EQ(with(FacetField::kSession, "hrc 40"), with(FacetField::kSession, "HRC-40"));
}

TEST_F(SearchTest, ValuesThatCanBeNoneAreErrorsWhateverTheFacet) {
  const auto error_of = [&](FacetField field, const std::string& value) {
    Question question;
    question.selections = {{field, value, false}};
    const Result<Answer> answer = searcher_.search(question);
    return answer.ok() ? std::string() : answer.error().message;
  };
  EXPECT_NE(error_of(FacetField::kSession, "nonsense").find("\"nonsense\""), std::string::npos);
  EXPECT_NE(error_of(FacetField::kYear, "2018-05").find("2018-05"), std::string::npos);
  EXPECT_NE(error_of(FacetField::kYear, "99999").find("99999"), std::string::npos);
  EXPECT_NE(error_of(FacetField::kKind, "novel").find("novel"), std::string::npos);
  EXPECT_NE(error_of(FacetField::kLanguage, "klingonish").find("klingonish"), std::string::npos);
  EXPECT_NE(error_of(static_cast<FacetField>(99), "x"), "");
  // A message stays readable whatever is put in.
  EXPECT_LT(error_of(FacetField::kBody, std::string(100'000, 'x')).size(), 300u);
  EXPECT_EQ(error_of(FacetField::kBody, "a\x1b[31m").find('\x1b'), std::string::npos);
}

TEST_F(SearchTest, ADayThatIsNoneAndAFacetThatIsNoneAreErrors) {
  Question question;
  question.text = "reprisals last year";
  question.today = CivilDate{2018, 2, 31};
  EXPECT_EQ(searcher_.search(question).error().code, ErrorCode::kInvalidInput);
  question.today = CivilDate{1, 1, 1};
  const Result<Answer> first_year = searcher_.search(question);
  ASSERT_TRUE(first_year.ok());
  for (const Interpretation& one : first_year->query.interpretation) EXPECT_FALSE(one.dates);
  question.facets = {static_cast<FacetField>(99)};
  EXPECT_EQ(searcher_.search(question).error().code, ErrorCode::kInvalidInput);
}

TEST_F(SearchTest, QuotedWordsMatchAsWritten) {
  EXPECT_EQ(ids(ask("\"states\"")), Ids{"r8"});
  EXPECT_EQ(sorted(ids(ask("states"))), (Ids{"r7", "r8"}));
  EXPECT_EQ(ids(ask("\"lawyer met reprisals\"")), Ids{"r1"});
}

TEST_F(SearchTest, WhereNothingHoldsAllThatIsDemandedAnyWordWillDoAndThatIsSaid) {
  for (const char* question : {"\"lawyer met reprisal\"", "title:manama", "camps AND passport"}) {
    const Answer answer = ask(question);
    EXPECT_GT(answer.total, 0u) << question;
    ASSERT_FALSE(answer.notices.empty()) << question;
    EXPECT_NE(answer.notices.back().find("any of its words"), std::string::npos) << question;
  }
  EXPECT_EQ(ask("\"unheard phrase\"").total, 0u);
}

TEST_F(SearchTest, OperatorsPrefixesAndTitles) {
  EXPECT_EQ(ids(ask("reprisals AND passport")), Ids{"r2"});
  EXPECT_EQ(ids(ask("camps OR passport")).size(), 2u);
  EXPECT_EQ(sorted(ids(ask("reprisals -passport -geneva"))), (Ids{"r4", "r5", "r6"}));
  EXPECT_EQ(ids(ask("reprisals -china")), Ids{"r4"});  // a country's name excludes what is about it
  EXPECT_EQ(ids(ask("passp*")), Ids{"r2"});
  EXPECT_EQ(ids(ask("title:silence")), Ids{"r3"});
  EXPECT_EQ(ids(ask("country:Bahrain reprisals")), Ids{"r4"});
  EXPECT_EQ(sorted(ids(ask("reprisals year:2018 -country:bh"))), (Ids{"r1", "r2"}));
}

TEST_F(SearchTest, SpellingsOfTheSameWordFindEachOther) {
  EXPECT_EQ(ids(ask("nongovernmental")).size(), 2u);
  EXPECT_EQ(ids(ask("non-governmental")).size(), 2u);
  EXPECT_EQ(ids(ask("HRC40", [](Question& q) { q.literal = true; })).size(), 2u);
  EXPECT_EQ(
      ids(ask("HRC 40", [](Question& q) { q.literal = true, q.match = MatchMode::kAll; })).size(),
      2u);
  EXPECT_EQ(ids(ask("RÉPRISALS")).size(), 5u);
}

TEST_F(SearchTest, MatchAllNeedsEveryWord) {
  EXPECT_EQ(ids(ask("reprisals passport", [](Question& q) { q.match = MatchMode::kAll; })),
            Ids{"r2"});
}

TEST_F(SearchTest, SortsByDateWithTheUndatedLast) {
  const Ids newest = ids(ask("reprisals", [](Question& q) { q.sort = SortOrder::kNewest; }));
  EXPECT_EQ(newest, (Ids{"r2", "r4", "r1", "r5", "r6"}));
  const Ids oldest = ids(ask("reprisals", [](Question& q) { q.sort = SortOrder::kOldest; }));
  EXPECT_EQ(oldest, (Ids{"r5", "r2", "r1", "r4", "r6"}));
}

TEST_F(SearchTest, HowManyUndatedComeLastIsSaid) {
  const std::string last = "1 of 5 matches have no date and come last";
  EXPECT_TRUE(says(ask("reprisals", [](Question& q) { q.sort = SortOrder::kNewest; }), last));
  EXPECT_TRUE(says(ask("reprisals", [](Question& q) { q.sort = SortOrder::kOldest; }), last));
  EXPECT_FALSE(says(ask("reprisals"), "no date"));
  EXPECT_FALSE(says(ask("camps", [](Question& q) { q.sort = SortOrder::kNewest; }), "no date"));
}

TEST_F(SearchTest, PagesPutTogetherAreTheWholeAnswerInEveryOrder) {
  for (const SortOrder sort : {SortOrder::kRelevance, SortOrder::kNewest, SortOrder::kOldest}) {
    const Answer whole = ask("reprisals China", [&](Question& q) { q.sort = sort; });
    Ids paged;
    for (std::size_t offset = 0; offset < whole.hits.size() + 2; offset += 2) {
      const auto page = [&](Question& q) { q.limit = 2, q.offset = offset, q.sort = sort; };
      for (const Hit& hit : ask("reprisals China", page).hits) paged.push_back(hit.id);
    }
    Ids all;
    for (const Hit& hit : whole.hits) all.push_back(hit.id);
    EXPECT_EQ(paged, all);
  }
}

TEST_F(SearchTest, MatchedTellsWhatStandsInTheTitle) {
  const auto matched = [&](const std::string& question, const char* id) {
    for (const Hit& hit : ask(question).hits) {
      if (hit.id == id) return hit.matched;
    }
    return Ids{};
  };
  EXPECT_EQ(matched("reprisal lawyer Chinese", "r1"),
            (Ids{"reprisal", "lawyer", "title:reprisal", "country:CHN"}));
  EXPECT_EQ(matched("lawyer China", "r1"), (Ids{"lawyer", "title:China", "country:CHN"}));
  EXPECT_EQ(matched("\"reprisals elsewhere\"", "r4"),
            (Ids{"\"reprisals elsewhere\"", "title:\"reprisals elsewhere\""}));
  EXPECT_EQ(matched("\"reprisals were\"", "r4"), Ids{"\"reprisals were\""});
  EXPECT_EQ(matched("reprisa*", "r2"), (Ids{"reprisa*", "title:reprisa*"}));
  EXPECT_EQ(matched("-lawyer reprisals", "r2"), (Ids{"reprisals", "title:reprisals"}));
}

TEST_F(SearchTest, ExplanationsAddUpToTheScore) {
  const Answer answer = ask("reprisals China 2018", [](Question& q) { q.explain = true; });
  for (const Hit& hit : answer.hits) {
    double sum = 0.0;
    for (const Contribution& part : hit.explanation) sum += part.score;
    EXPECT_NEAR(sum, hit.score, 1e-3) << hit.id;
    EXPECT_FALSE(hit.matched.empty());
  }
}

TEST_F(SearchTest, SnippetsMarkTheStemmedMatches) {
  const Answer answer = ask("reprisal lawyers");
  const auto hit = std::find_if(answer.hits.begin(), answer.hits.end(),
                                [](const Hit& h) { return h.id == "r1"; });
  ASSERT_NE(hit, answer.hits.end());
  Ids marked;
  for (const auto& [begin, end] : hit->snippet.matches)
    marked.push_back(hit->snippet.text.substr(begin, end - begin));
  EXPECT_EQ(marked, (Ids{"lawyer", "reprisals"}));
}

TEST_F(SearchTest, AReaderFollowsAWritersCommits) {
  EXPECT_EQ(ask("zebra").total, 0u);
  index_.add({made_record("r9", "Zebra", "A zebra.")});
  EXPECT_EQ(ask("zebra").total, 1u);
  Record changed = made_record("r9", "Horse", "No stripes.");
  index_.add({changed});
  EXPECT_EQ(ask("zebra").total, 0u);
  EXPECT_EQ(ask("horse").records, 9u);
}

TEST_F(SearchTest, NothingTypedBreaksIt) {
  const std::vector<std::string> hostile = {"",
                                            "\"",
                                            "AND",
                                            "NOT NOT",
                                            "-",
                                            "*",
                                            "country:",
                                            "a* b*",
                                            "((((",
                                            "\xFF\xFE",
                                            std::string("a\0b", 3),
                                            "title:\"",
                                            "\u202Ereversed",
                                            "\"\"",
                                            "country:Atlantis",
                                            "year:99999999999",
                                            "国 人权 \"中国\"",
                                            "-\"a b\" -c*",
                                            "🙂",
                                            std::string(100'000, 'a')};
  for (const std::string& text : hostile) {
    Question question;
    question.text = text;
    EXPECT_TRUE(searcher_.search(question).ok()) << text.substr(0, 40);
  }
  std::string long_question;
  for (int i = 0; i < 5000; ++i) long_question += "word" + std::to_string(i) + " ";
  EXPECT_FALSE(ask(long_question).notices.empty());
}

TEST_F(SearchTest, ShowSuggestAndStatistics) {
  const Result<std::string> record = searcher_.show("r1");
  ASSERT_TRUE(record.ok());
  EXPECT_NE(record->find("\"id\":\"r1\""), std::string::npos);
  EXPECT_EQ(searcher_.show("nobody").error().code, ErrorCode::kNotFound);
  const auto suggestions = searcher_.suggest("chi");
  ASSERT_TRUE(suggestions.ok());
  ASSERT_FALSE(suggestions->empty());
  EXPECT_EQ(suggestions->front().text, "China");
  EXPECT_EQ(suggestions->front().count, 5u);
  const auto statistics = searcher_.statistics();
  ASSERT_TRUE(statistics.ok());
  EXPECT_EQ(statistics->records, 8u);
  EXPECT_EQ(statistics->undated, 1u);
}

TEST(SearcherOpen, SaysWhatIsNoIndex) {
  EXPECT_EQ(Searcher::open("/nowhere/at/all").error().code, ErrorCode::kNotFound);
  const testing::TemporaryFolder folder;
  EXPECT_EQ(Searcher::open(folder.path().string()).error().code, ErrorCode::kNotAnIndex);
}

}  // namespace
}  // namespace rapporteur
