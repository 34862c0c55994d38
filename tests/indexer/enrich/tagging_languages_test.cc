// SPDX-License-Identifier: GPL-2.0-or-later
//
// Countries and bodies in the six languages of the United Nations, on sentences of our own.
#include <gtest/gtest.h>

#include "benchmarks/extraction/tagging_cases.h"

namespace rapporteur {
namespace {

TEST(TaggingByLanguage, IsAsGoodInEachOfTheSix) {
  Taggers taggers;
  for (const char* language : {"en", "fr", "es", "ar", "ru", "zh"}) {
    const auto cases = read_tagging_cases(RAPPORTEUR_SOURCE_DIR "/tests/indexer/enrich", language);
    ASSERT_TRUE(cases.ok()) << cases.error().message;
    EXPECT_GE(cases->size(), 50u) << language;
    TaggingCounts countries;
    TaggingCounts bodies;
    for (const TaggingCase& one : *cases) {
      countries.add(one.countries, taggers.countries(one));
      bodies.add(one.bodies, taggers.bodies(one));
    }
    EXPECT_GE(countries.precision(), 0.97) << language;
    EXPECT_GE(countries.recall(), 0.96) << language;
    EXPECT_GE(bodies.precision(), 0.97) << language;
    EXPECT_GE(bodies.recall(), 0.91) << language;
  }
}

TEST(TaggingByLanguage, ANameBesideAnUnknownFamilyNameIsNoCountry) {
  Taggers taggers;
  const auto found = [&](const char* text) { return taggers.countries({"en", text, {}, {}}); };
  const std::set<std::string> none;
  EXPECT_EQ(found("Jordan Ellery, who edits the bulletin, thanked the volunteers."), none);
  EXPECT_EQ(found("Jordan Times reporters were turned away at the border."),
            std::set<std::string>{"JOR"});
  EXPECT_EQ(found("Jordan Urges Restraint"), std::set<std::string>{"JOR"}) << "a headline";
  EXPECT_EQ(found("Jordan Ellery spoke about prisons. In Jordan nobody else dares to."),
            std::set<std::string>{"JOR"})
      << "the country is named as well";
}

}  // namespace
}  // namespace rapporteur
