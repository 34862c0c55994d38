// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/names.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/vocabulary/bodies.h"

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
  using Values = std::vector<std::string>;
  EXPECT_EQ(names().resolve(FacetField::kCountry, "cn"), Values{"CHN"});
  EXPECT_EQ(names().resolve(FacetField::kCountry, "Burma"), Values{"MMR"});
  EXPECT_EQ(names().resolve(FacetField::kBody, "human rights council"), Values{"HRC"});
  EXPECT_EQ(names().resolve(FacetField::kTheme, "reprisals"), Values{"reprisals"});
  EXPECT_EQ(names().resolve(FacetField::kCountry, "Atlantis"), Values{});
  const Values northern_triangle = {"GTM", "HND", "SLV"};
  EXPECT_EQ(names().resolve(FacetField::kCountry, "Northern Triangle"), northern_triangle);
  EXPECT_EQ(names().resolve(FacetField::kCountry, "northern-triangle"), northern_triangle);
  EXPECT_EQ(names().resolve(FacetField::kPrimaryCountry, "Triángulo norte"), northern_triangle);
}

// "us country:USA < word": the word, what it was taken for, and what else it might be.
std::string choices(const std::string& question) {
  std::string all;
  for (const Choice& choice : names().read(question).choices) {
    all += (all.empty() ? "" : "; ") + choice.words;
    for (const Reading& one : choice.taken)
      all += " " + one.facet + (one.value.empty() ? "" : ":" + one.value);
    all += " <";
    for (const Reading& one : choice.others)
      all += " " + one.facet + (one.value.empty() ? "" : ":" + one.value);
  }
  return all;
}

TEST(QuestionNames, AmbiguousWordsAreDecidedByTheOthersAndShown) {
  EXPECT_EQ(choices("us drone strikes"), "us country:USA < word");
  EXPECT_EQ(choices("tell us about torture"), "us word < country:USA");
  EXPECT_EQ(choices("cat concluding observations"), "cat body:CAT < word");
  EXPECT_EQ(choices("a black cat"), "cat word < body:CAT");
  EXPECT_EQ(choices("car bomb"), "car word < country:CAF");
  EXPECT_EQ(choices("georgia executions"), "georgia country:USA < country:GEO");
  EXPECT_EQ(choices("elections in georgia"), "georgia country:GEO < country:USA");
  EXPECT_EQ(choices("ratification of CEDAW"), "CEDAW word < body:CEDAW");
  EXPECT_EQ(choices("Aisha Jordan"), "Jordan word < country:JOR");
  EXPECT_EQ(choices("torture in china"), "");
}

TEST(QuestionNames, ABodysLabelIsThatBody) {
  const Bodies bodies = *Bodies::load();
  for (const Body& body : bodies.all()) {
    EXPECT_EQ(names().resolve(FacetField::kBody, body.label), std::vector<std::string>{body.id});
    EXPECT_EQ(names().resolve(FacetField::kBody, body.id), std::vector<std::string>{body.id});
  }
}

TEST(QuestionNames, RegionsStandForTheirCountries) {
  const auto region = [](const std::string& question) {
    std::string all;
    for (const NamedValue& name : names().find(question)) {
      if (!name.members.empty()) all += name.value + " ";
    }
    return all;
  };
  EXPECT_EQ(region("women in central america"), "central-america ");
  EXPECT_EQ(region("Средняя Азия"), "central-asia ");
  EXPECT_EQ(region("中东和北非"), "mena ");
  EXPECT_EQ(region("وفي الشرق الأوسط"), "middle-east ");
  EXPECT_EQ(region("central african republic"), "");
  EXPECT_EQ(region("south africa"), "");
  EXPECT_EQ(region("African Union"), "african-union ");
  EXPECT_EQ(region("l'EU et l'UE"), "eu eu ");
}

TEST(QuestionNames, SymbolsOfDocumentsAreFoundInAnyCase) {
  const auto symbol = [](const std::string& question) {
    for (const NamedValue& name : names().find(question)) {
      if (name.is_symbol) return name.value;
    }
    return std::string();
  };
  EXPECT_EQ(symbol("a/hrc/res/36/21"), "A/HRC/RES/36/21");
  EXPECT_EQ(symbol("see (A/HRC/48/28/add.1)"), "A/HRC/48/28/Add.1");
  EXPECT_EQ(symbol("and/or"), "");
  EXPECT_EQ(symbol("2018/05/13"), "");
}

}  // namespace
}  // namespace rapporteur
