// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/arabic_stem.h"

#include <gtest/gtest.h>

#include "common/text/stemmer.h"

namespace rapporteur {
namespace {

TEST(ArabicStem, ArticleConjunctionAndPrepositionFall) {
  for (const char* word : {"كتاب", "الكتاب", "والكتاب", "بالكتاب", "كالكتاب", "فالكتاب", "للكتاب",
                           "وكتاب"}) {
    EXPECT_EQ(arabic_light_stem(word), "كتاب") << word;
  }
}

TEST(ArabicStem, EndingsOfNumberGenderAndPossessionFall) {
  for (const char* word : {"معلم", "معلمة", "معلمون", "معلمين", "معلمات", "معلمان", "معلمها"}) {
    EXPECT_EQ(arabic_light_stem(word), "معلم") << word;
  }
}

TEST(ArabicStem, ShortWordsKeepTheirLetters) {
  EXPECT_EQ(arabic_light_stem("ولد"), "ولد");
  EXPECT_EQ(arabic_light_stem("الف"), "الف");
  EXPECT_EQ(arabic_light_stem("ان"), "ان");
  EXPECT_EQ(arabic_light_stem(""), "");
}

TEST(ArabicStem, LettersThatAreWrittenOneForTheOtherAreOne) {
  EXPECT_EQ(arabic_light_stem("مستشفى"), arabic_light_stem("مستشفي"));
  EXPECT_EQ(arabic_light_stem("محـــكمة"), arabic_light_stem("محكمة"));
}

TEST(ArabicStem, TheStemmerOfArabicIsThisOne) {
  Stemmer stemmer("ar");
  EXPECT_EQ(stemmer.stem("والإعدامات"), stemmer.stem("إعدام"));
  EXPECT_EQ(stemmer.stem("الكِتَاب"), "كتاب");
  EXPECT_EQ(stemmer.stem("torture"), "torture");
}

}  // namespace
}  // namespace rapporteur
