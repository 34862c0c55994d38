// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/names.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace rapporteur {
namespace {

const QuestionNames& names() {
  static const QuestionNames loaded = [] {
    Result<QuestionNames> result = QuestionNames::load();
    if (!result.ok()) throw std::runtime_error(result.error().message);
    return std::move(*result);
  }();
  return loaded;
}

// "country:CHN body:HRC", in the order of the alphabet; without the themes that stand beside them.
std::string found(const std::string& question, bool themes = false) {
  std::vector<std::string> parts;
  for (const NamedValue& name : names().find(question)) {
    if (name.field == FacetField::kTheme && !themes) continue;
    parts.push_back(std::string(facet_field_name(name.field)) + ":" + name.value);
  }
  std::sort(parts.begin(), parts.end());
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : " ") + part;
  return all;
}

TEST(QuestionNames, FindsCountriesInAnyLetterCaseAndLanguage) {
  EXPECT_EQ(found("situation in china"), "country:CHN");
  EXPECT_EQ(found("CHINESE lawyers"), "country:CHN");
  EXPECT_EQ(found("situation en République démocratique du Congo"), "country:COD");
  EXPECT_EQ(found("Китай"), "country:CHN");
  EXPECT_EQ(found("中国"), "country:CHN");
  EXPECT_EQ(found("الصين"), "country:CHN");
  EXPECT_EQ(found("Corea del Norte"), "country:PRK");
}

TEST(QuestionNames, TheLongestNameCounts) {
  EXPECT_EQ(found("papua new guinea"), "country:PNG");
  EXPECT_EQ(found("south sudan"), "country:SSD");
  EXPECT_EQ(found("equatorial guinea and guinea-bissau"), "country:GNB country:GNQ");
}

TEST(QuestionNames, ShortWordsNeedTheirCapitals) {
  EXPECT_EQ(found("tell us more"), "");
  EXPECT_EQ(found("US drones"), "country:USA");
  EXPECT_EQ(found("a car bomb"), "");
}

TEST(QuestionNames, ACountryBeatsAPlaceOfTheSameName) {
  EXPECT_EQ(found("Georgia 2008"), "country:GEO");
  EXPECT_EQ(found("Jordan"), "country:JOR");
}

TEST(QuestionNames, FindsBodiesAndTheirSessions) {
  EXPECT_EQ(found("hrc 40"), "session:HRC-40");
  EXPECT_EQ(found("HRC40"), "session:HRC-40");
  EXPECT_EQ(found("40th session of the Human Rights Council"), "session:HRC-40");
  EXPECT_EQ(found("Human Rights Council elections").find("body:HRC"), 0u);
  EXPECT_NE(found("NGO Committee").find("body:ECOSOC-NGO"), std::string::npos);
}

TEST(QuestionNames, FindsThemesAndMandates) {
  EXPECT_NE(found("reprisals", true).find("theme:reprisals"), std::string::npos);
  EXPECT_NE(found("disparitions forcées", true).find("theme:enforced-disappearances"),
            std::string::npos);
  EXPECT_NE(found("special rapporteur on torture").find("mandate:torture"), std::string::npos);
}

TEST(QuestionNames, ALanguageIsNotItsCountry) {
  EXPECT_EQ(found("in French"), "language:fr");
  EXPECT_EQ(found("en español"), "language:es");
}

TEST(QuestionNames, ResolvesWhatUsersSelect) {
  EXPECT_EQ(names().resolve(FacetField::kCountry, "cn"), "CHN");
  EXPECT_EQ(names().resolve(FacetField::kCountry, "Burma"), "MMR");
  EXPECT_EQ(names().resolve(FacetField::kBody, "human rights council"), "HRC");
  EXPECT_EQ(names().resolve(FacetField::kTheme, "reprisals"), "reprisals");
  EXPECT_EQ(names().resolve(FacetField::kCountry, "Atlantis"), std::nullopt);
}

}  // namespace
}  // namespace rapporteur
