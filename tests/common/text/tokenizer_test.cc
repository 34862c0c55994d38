// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/tokenizer.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

std::string folded_words(std::string_view text,
                         UnspacedScripts unspaced = UnspacedScripts::kWords) {
  Tokenizer tokenizer(unspaced);
  Tokens tokens;
  tokenizer.tokenize(text, tokens);
  std::string words;
  for (const Token& token : tokens.list) {
    if (!words.empty()) words += ' ';
    words += tokens.folded(token);
  }
  return words;
}

TEST(Tokenizer, FoldsCaseAndAccents) {
  EXPECT_EQ(folded_words("Türkiye's President ŠUC, Łódź"), "turkiye president suc lodz");
  EXPECT_EQ(folded_words("İstanbul ısı Straße"), "istanbul isi strasse");
}

TEST(Tokenizer, FoldsRussianLikeAllOtherScripts) {
  EXPECT_EQ(fold("ЁЛКА Йод ёж"), "елка иод еж");
  EXPECT_EQ(fold_case("ЁЛКА Йод ёж"), "ёлка йод ёж");
  EXPECT_EQ(fold("Москва\u0301 Їжак Ѣ"), "москва іжак ѣ");  // stressed, Ukrainian, old letters
}

TEST(Tokenizer, NothingIsGluedToMarksThatAreNoWord) {
  Tokenizer tokenizer;
  Tokens tokens;
  tokenizer.tokenize("\u03012018", tokens);
  ASSERT_EQ(tokens.list.size(), 1u);
  EXPECT_EQ(tokens.list[0].glue, Glue::kNone);
}

TEST(Tokenizer, TakesDottedLettersAsOneWord) {
  EXPECT_EQ(folded_words("the U.S. and U.N., the D.P.R.K"), "the us and un the dprk");
  EXPECT_EQ(folded_words("e.g. this; a.b.cde"), "eg this a b cde");
}

TEST(Tokenizer, CutsBetweenLettersAndDigitsAndSaysSo) {
  Tokenizer tokenizer;
  Tokens tokens;
  tokenizer.tokenize("HRC40 and HRC 40 non-governmental", tokens);
  ASSERT_EQ(tokens.list.size(), 7u);
  EXPECT_EQ(tokens.folded(1), "40");
  EXPECT_EQ(tokens.list[1].glue, Glue::kDigits);
  EXPECT_EQ(tokens.list[4].glue, Glue::kNone);
  EXPECT_EQ(tokens.list[6].glue, Glue::kHyphen);
}

TEST(Tokenizer, DropsPossessivesAndOrdinalEndings) {
  EXPECT_EQ(folded_words("the Council’s 38th session, States' duties, l’homme"),
            "the council 38 session states duties l homme");
}

TEST(Tokenizer, TellsLetterCaseAndSentenceStarts) {
  Tokenizer tokenizer;
  Tokens tokens;
  tokenizer.tokenize("Tell us. The US and Turkey ate turkey", tokens);
  ASSERT_EQ(tokens.list.size(), 8u);
  EXPECT_TRUE(tokens.list[0].sentence_start);
  EXPECT_FALSE(tokens.list[1].sentence_start);
  EXPECT_TRUE(tokens.list[2].sentence_start);
  EXPECT_EQ(tokens.list[1].letter_case, LetterCase::kLower);
  EXPECT_EQ(tokens.list[3].letter_case, LetterCase::kUpper);
  EXPECT_EQ(tokens.list[5].letter_case, LetterCase::kTitle);
  EXPECT_EQ(tokens.list[7].letter_case, LetterCase::kLower);
}

TEST(Tokenizer, CutsScriptsWithoutSpaces) {
  EXPECT_EQ(folded_words("中国的人权"), "中国 的 人权");
  EXPECT_EQ(folded_words("中国人", UnspacedScripts::kCharacters), "中 国 人");
  EXPECT_NE(folded_words("สิทธิมนุษยชน").find(' '), std::string::npos);
}

TEST(Tokenizer, KeepsVowelSignsOfScriptsThatNeedThem) {
  EXPECT_EQ(folded_words("मानव अधिकार"), "मानव अधिकार");
  EXPECT_EQ(folded_words("حُقوق الإنسان"), "حقوق الانسان");
}

TEST(Tokenizer, RangesPointIntoTheSource) {
  const std::string text = "Šuc said “no”";
  Tokenizer tokenizer;
  Tokens tokens;
  tokenizer.tokenize(text, tokens);
  ASSERT_EQ(tokens.list.size(), 3u);
  EXPECT_EQ(text.substr(tokens.list[0].begin, tokens.list[0].end - tokens.list[0].begin), "Šuc");
  EXPECT_EQ(text.substr(tokens.list[2].begin, tokens.list[2].end - tokens.list[2].begin), "no");
}

}  // namespace
}  // namespace rapporteur
