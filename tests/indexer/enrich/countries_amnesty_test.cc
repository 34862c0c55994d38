// SPDX-License-Identifier: GPL-2.0-or-later
//
// Countries of real publications, judged by the editors who filed them under a country.
#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "indexer/enrich/countries.h"

namespace rapporteur {
namespace {

// What the editors call a country, where it is no name that Countries::find knows.
const std::map<std::string, std::set<std::string>> kFiledAs = {
    {"Israel and Occupied Palestinian Territories", {"ISR", "PSE"}},
    {"Morocco and Western Sahara", {"MAR", "ESH"}},
};

std::set<std::string> codes_of(const Countries& countries, const std::string& location) {
  if (const auto filed = kFiledAs.find(location); filed != kFiledAs.end()) return filed->second;
  const Country* country = countries.find(location);
  return country == nullptr ? std::set<std::string>{} : std::set<std::string>{country->code};
}

std::string text_of(const nlohmann::json& item, const char* member) {
  const auto found = item.find(member);
  return found != item.end() && found->is_string() ? found->get<std::string>() : "";
}

TEST(CountryTaggerOnPublications, FindsTheCountryThatTheyAreFiledUnder) {
  const std::string path = RAPPORTEUR_SHARED_DATA "/amnesty/items.jsonl.gz";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
  const auto countries = Countries::load();
  ASSERT_TRUE(countries.ok());
  CountryTagger tagger(*countries);

  gzFile file = gzopen(path.c_str(), "rb");
  ASSERT_NE(file, nullptr);
  std::vector<char> buffer(1 << 20);
  int filed = 0, tagged = 0, primary = 0;
  while (gzgets(file, buffer.data(), static_cast<int>(buffer.size())) != nullptr) {
    const auto item = nlohmann::json::parse(buffer.data(), nullptr, false);
    if (item.is_discarded() || !item.contains("locations")) continue;
    const std::string title = text_of(item, "title");
    const std::string teaser = text_of(item, "teaser");
    std::vector<CountryMention> mentions;
    bool is_tagged = false;
    for (const auto& location : item["locations"]) {
      const std::set<std::string> codes = codes_of(*countries, location.get<std::string>());
      if (codes.empty()) continue;
      if (!is_tagged) mentions = tagger.tag({title, teaser, "en"});
      is_tagged = true;
      ++filed;
      bool among = false, among_primary = false;
      for (const CountryMention& mention : mentions) {
        if (!codes.contains(mention.country.code)) continue;
        among = true;
        among_primary |= mention.country.primary;
      }
      tagged += among;
      primary += among_primary;
    }
  }
  gzclose(file);
  ASSERT_GT(filed, 10000);
  std::cout << "  " << filed << " filings: tagged " << 100.0 * tagged / filed << " %, primary "
            << 100.0 * primary / filed << " %\n";
  EXPECT_GE(tagged, 0.92 * filed);
  EXPECT_GE(primary, 0.85 * filed);
}

}  // namespace
}  // namespace rapporteur
