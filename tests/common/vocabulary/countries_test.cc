// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/countries.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>

#include "common/vocabulary/name_forms.h"

namespace rapporteur {
namespace {

const Countries& countries() {
  static const Countries loaded = [] {
    auto result = Countries::load();
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().message);
    return result.value();
  }();
  return loaded;
}

std::string code_of(std::string_view name) {
  const Country* country = countries().find(name);
  return country == nullptr ? "" : country->code;
}

bool contains(const std::vector<std::string>& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

TEST(Countries, HoldAllMembersObserversAndTerritories) {
  int members = 0;
  int observers = 0;
  std::set<std::string> codes;
  for (const Country& country : countries().all()) {
    EXPECT_EQ(country.code.size(), 3u) << country.label;
    EXPECT_EQ(country.alpha2.size(), 2u) << country.label;
    EXPECT_FALSE(country.label.empty()) << country.code;
    EXPECT_TRUE(codes.insert(country.code).second) << country.code;
    members += country.status == "member";
    observers += country.status == "observer";
  }
  EXPECT_EQ(members, 193);
  EXPECT_EQ(observers, 2);
  EXPECT_EQ(countries().all().size(), 250u);  // ISO 3166-1 has 249; and Kosovo
}

TEST(Countries, AreFoundByCodeInAnyCase) {
  EXPECT_EQ(code_of("CHN"), "CHN");
  EXPECT_EQ(code_of("cn"), "CHN");
  EXPECT_EQ(code_of("xk"), "XKX");
  EXPECT_EQ(code_of("uk"), "GBR");
}

TEST(Countries, AreFoundByAnyName) {
  EXPECT_EQ(code_of("ivory coast"), "CIV");
  EXPECT_EQ(code_of("Cote d'Ivoire"), "CIV");
  EXPECT_EQ(code_of("Burma"), "MMR");
  EXPECT_EQ(code_of("turkiye"), "TUR");
  EXPECT_EQ(code_of("the Gambia"), "GMB");
  EXPECT_EQ(code_of("Democratic People's Republic of Korea"), "PRK");
  EXPECT_EQ(code_of("Corée du Nord"), "PRK");
  EXPECT_EQ(code_of("Arabia Saudita"), "SAU");
  EXPECT_EQ(code_of("Российская Федерация"), "RUS");
  EXPECT_EQ(code_of("مصر"), "EGY");
  EXPECT_EQ(code_of("中国"), "CHN");
  EXPECT_EQ(code_of("Deutschland"), "DEU");
  EXPECT_EQ(code_of("スイス"), "CHE");
  EXPECT_EQ(code_of("Atlantis"), "");
  EXPECT_EQ(code_of(""), "");
}

TEST(Countries, AnAmbiguousNameIsTheCountryOfThatLabel) {
  EXPECT_EQ(code_of("Congo"), "COG");
  EXPECT_EQ(code_of("Georgia"), "GEO");
  EXPECT_EQ(code_of("Korea"), "KOR");
}

TEST(Countries, HaveLabelsInOtherLanguages) {
  EXPECT_EQ(countries().label("CHE"), "Switzerland");
  EXPECT_EQ(countries().label("CHE", "fr"), "Suisse");
  EXPECT_EQ(countries().label("EGY", "ar"), "مصر");
  EXPECT_EQ(countries().label("EGY", "xx"), "Egypt");
  EXPECT_EQ(countries().label("ZZZ", "fr"), "ZZZ");
}

TEST(Countries, EveryLabelAndFormalNameFindsItsCountry) {
  for (const Country& country : countries().all()) {
    EXPECT_EQ(code_of(country.label), country.code) << country.label;
    EXPECT_EQ(code_of(country.formal), country.code) << country.formal;
  }
}

TEST(Countries, KnowNamesInEveryLanguageOfTheUnitedNations) {
  for (const char* language : {"en", "fr", "es", "ru", "ar", "zh"}) {
    std::set<std::uint16_t> named;
    for (const CountryName& name : countries().names(language)) named.insert(name.country);
    EXPECT_GE(named.size(), 248u) << language;
  }
}

TEST(Countries, MayBeAskedFromSeveralThreads) {
  const auto loaded = Countries::load();
  ASSERT_TRUE(loaded.ok());
  std::vector<std::thread> threads;
  std::vector<std::size_t> sizes(4);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    threads.emplace_back([&, i] {
      sizes[i] = loaded->names("fr").size() + (loaded->find("Suisse") == nullptr ? 1 : 0);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t size : sizes) EXPECT_EQ(size, sizes[0]);
}

TEST(NameForms, RussianNamesDecline) {
  EXPECT_TRUE(contains(russian_cases("Россия"), "России"));
  EXPECT_TRUE(contains(russian_cases("Иран"), "Иране"));
  EXPECT_TRUE(contains(russian_cases("Китай"), "Китаем"));
  EXPECT_TRUE(contains(russian_cases("Филиппины"), "Филиппинах"));
  EXPECT_TRUE(contains(russian_cases("Саудовская Аравия"), "Саудовской Аравии"));
  EXPECT_TRUE(contains(russian_cases("Республика Корея"), "Республики Корея"));
  EXPECT_TRUE(contains(russian_cases("Кот-д'Ивуар"), "Кот-д'Ивуаре"));
  EXPECT_TRUE(contains(russian_cases("китайский"), "китайскую"));
  EXPECT_EQ(russian_cases("Чили").size(), 1u);
  EXPECT_EQ(russian_cases("США").size(), 1u);
}

TEST(NameForms, ArabicParticlesComeOff) {
  EXPECT_TRUE(contains(without_arabic_particles("وبالصين"), "الصين"));
  EXPECT_TRUE(contains(without_arabic_particles("للصين"), "الصين"));
  EXPECT_TRUE(contains(without_arabic_particles("بمصر"), "مصر"));
  EXPECT_TRUE(without_arabic_particles("china").empty());
}

TEST(Countries, NamesInLatinLettersAreTheBeginningOfAllNames) {
  const auto countries = Countries::load();
  ASSERT_TRUE(countries);
  const std::vector<CountryName>& all = countries->names("");
  const std::vector<CountryName>& latin = countries->latin_names();
  ASSERT_LT(latin.size(), all.size());
  for (std::size_t i = 0; i < latin.size(); ++i) ASSERT_EQ(latin[i].words, all[i].words);
  // A question in Latin letters can hold none of the others.
  for (std::size_t i = latin.size(); i < all.size(); ++i) {
    bool foreign = false;
    for (const std::string& word : all[i].words) {
      for (const char c : word) foreign = foreign || static_cast<unsigned char>(c) >= 0xCD;
    }
    EXPECT_TRUE(foreign) << all[i].words.front();
  }
}

}  // namespace
}  // namespace rapporteur
