// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>
#include <rapporteur/answer.h>

#include <nlohmann/json.hpp>

namespace rapporteur {
namespace {

TEST(AnswerJson, HasTheKeysOfFormatOne) {
  Answer answer;
  answer.query.typed = "torture 2018";
  answer.query.text = "torture";
  Interpretation date;
  date.facet = "date";
  date.dates = DateInterval::year(2018);
  date.words = "2018";
  date.filters = true;
  answer.query.interpretation.push_back(date);
  answer.query.added = {{"custody", 0.25}};
  answer.query.added_from = {"x"};
  Hit hit;
  hit.id = "x";
  hit.snippet.text = "broken \xFF text";
  answer.hits.push_back(hit);
  answer.facets.push_back({FacetField::kCountry, {{"CHN", "China", 31}}});
  const auto json = nlohmann::json::parse(to_json(answer));
  for (const char* key : {"format", "query", "total", "total_is_exact", "tail_total", "hits",
                          "facets", "notices", "index", "took_ms"}) {
    EXPECT_TRUE(json.contains(key)) << key;
  }
  EXPECT_EQ(json["format"], 1);
  EXPECT_EQ(json["query"]["interpretation"][0], (nlohmann::json{{"facet", "date"},
                                                                {"from", "2018-01-01"},
                                                                {"to", "2018-12-31"},
                                                                {"words", "2018"},
                                                                {"applied", "filter"}}));
  EXPECT_TRUE(json["query"]["corrected"].is_null());
  EXPECT_EQ(json["query"]["added"][0], (nlohmann::json{{"word", "custody"}, {"weight", 0.25}}));
  EXPECT_EQ(json["query"]["added_from"], nlohmann::json::array({"x"}));
  for (const char* key : {"id", "title", "url", "date", "countries", "bodies", "language", "kind",
                          "score", "snippet", "matched", "tail"}) {
    EXPECT_TRUE(json["hits"][0].contains(key)) << key;
  }
  EXPECT_TRUE(json["hits"][0]["date"].is_null());
  EXPECT_EQ(json["facets"]["country"][0]["count"], 31);
}

}  // namespace
}  // namespace rapporteur
