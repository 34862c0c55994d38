// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbered anniversaries of known events, in the six UN languages.
#include "indexer/enrich/anniversaries.h"

#include <gtest/gtest.h>

#include <string>

#include "common/vocabulary/table.h"

namespace rapporteur {
namespace {

// The days of a text's anniversaries, joined by a space.
std::string days_in(std::string_view text) {
  static Tokenizer tokenizer;
  Tokens tokens;
  tokenizer.tokenize(text, tokens);
  std::string result;
  for (const Anniversary& anniversary : find_anniversaries(tokens, anniversary_words(tokens))) {
    EXPECT_LT(anniversary.begin, anniversary.end);
    EXPECT_LE(anniversary.end, text.size());
    if (!result.empty()) result += ' ';
    result += to_iso(anniversary.day);
  }
  return result;
}

TEST(Anniversaries, CountFromTheEvent) {
  EXPECT_EQ(days_in("the 70th anniversary of the Universal Declaration"), "2018-12-10");
  EXPECT_EQ(days_in("the seventieth anniversary of the Universal Declaration of Human Rights"),
            "2018-12-10");
  EXPECT_EQ(days_in("The Universal Declaration's 75th anniversary"), "2023-12-10");
  EXPECT_EQ(days_in("on the 4th anniversary of the 709 crackdown"), "2019-07-09");
  EXPECT_EQ(days_in("the 20th anniversary of the adoption of the UN Declaration on Human Rights "
                    "Defenders"),
            "2018-12-09");
  EXPECT_EQ(days_in("the twenty-fifth anniversary of the Vienna Declaration"), "2018-06-25");
}

TEST(Anniversaries, AreReadInOtherLanguages) {
  EXPECT_EQ(days_in("le 70e anniversaire de la Déclaration universelle des droits de l'homme"),
            "2018-12-10");
  EXPECT_EQ(days_in("el 70º aniversario de la Declaración Universal"), "2018-12-10");
  EXPECT_EQ(days_in("70-летие Всеобщей декларации прав человека"), "2018-12-10");
  EXPECT_EQ(days_in("в 70-ю годовщину Всеобщей декларации"), "2018-12-10");
  EXPECT_EQ(days_in("الذكرى السبعين للإعلان العالمي لحقوق الإنسان"), "2018-12-10");
  EXPECT_EQ(days_in("《世界人权宣言》通过70周年"), "2018-12-10");
}

TEST(Anniversaries, NeedANumberAndAKnownEvent) {
  EXPECT_EQ(days_in("the anniversary of the Universal Declaration"), "");
  EXPECT_EQ(days_in("the 70th anniversary of our office"), "");
  EXPECT_EQ(days_in("article 70 of the Universal Declaration"), "");
  EXPECT_EQ(days_in(""), "");
}

TEST(Anniversaries, HaveAWellFormedTable) {
  EXPECT_TRUE(
      Table::embedded("dates/anniversaries.tsv", {"kind", "value", "language", "words"}).ok());
}

}  // namespace
}  // namespace rapporteur
