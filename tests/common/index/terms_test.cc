// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/terms.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

using Terms = std::vector<std::string>;

TEST(Terms, NameYearsMonthsAndDays) {
  EXPECT_EQ(year_term(2018), "Y2018");
  EXPECT_EQ(month_term(2018, 2), "M201802");
  EXPECT_EQ(day_term({2018, 2, 13}), "D20180213");
}

TEST(Terms, CoverEachYearMonthAndDayThatADateTouches) {
  EXPECT_EQ(date_terms(DateInterval::day({2018, 2, 13})), (Terms{"Y2018", "M201802", "D20180213"}));
  EXPECT_EQ(date_terms({{2018, 12, 31}, {2019, 1, 1}}),
            (Terms{"Y2018", "M201812", "Y2019", "M201901", "D20181231", "D20190101"}));
  EXPECT_EQ(date_terms(DateInterval::month(2018, 2)).size(), 2u + 28u);
  EXPECT_EQ(date_terms(DateInterval::year(2018)).size(), 1u + 12u);
}

TEST(Terms, EncodeDaysSoThatTheySortAsTheyFollow) {
  std::string before;
  for (const CivilDate date :
       {CivilDate{1, 1, 1}, CivilDate{1945, 10, 24}, CivilDate{1969, 12, 31}, CivilDate{1970, 1, 1},
        CivilDate{2018, 2, 13}, CivilDate{9999, 12, 31}}) {
    const std::string value = encode_day(date);
    EXPECT_LT(before, value);
    EXPECT_EQ(decode_day(value), date);
    before = value;
  }
  EXPECT_FALSE(decode_day(""));
  EXPECT_FALSE(decode_day("abcd"));
  EXPECT_FALSE(decode_day("12345"));
}

TEST(Terms, CutWordsOnACharacterAndHashIdsThatAreTooLong) {
  std::string word;
  while (word.size() < 300) word += "é";
  EXPECT_LE(stem_term(word).size(), schema::kMaxTermBytes);
  EXPECT_EQ(stem_term(word).size() % 2, 0u);
  EXPECT_LE(exact_term(word).size(), schema::kMaxTermBytes);
  EXPECT_EQ(id_term("a1"), "Qa1");
  const std::string long_id(1000, 'x');
  EXPECT_LE(id_term(long_id).size(), schema::kMaxTermBytes);
  EXPECT_NE(id_term(long_id), id_term(long_id + "y"));
  EXPECT_EQ(facet_term(schema::Facet::kPrimaryCountry, "CHN"), "XPCHN");
}

TEST(Terms, GiveStemmersAsciiWordsFoldedAndOthersWithTheirAccents) {
  Tokenizer tokenizer;
  Tokens tokens;
  const std::string text = "U.S. 5th Türkiye";
  tokenizer.tokenize(text, tokens);
  ASSERT_EQ(tokens.list.size(), 3u);
  EXPECT_EQ(word_to_stem(text, tokens, tokens.list[0]), "us");
  EXPECT_EQ(word_to_stem(text, tokens, tokens.list[1]), "5");
  EXPECT_EQ(word_to_stem(text, tokens, tokens.list[2]), "Türkiye");
}

TEST(FormatMark, IsKnownToTheProgramThatWroteIt) {
  EXPECT_TRUE(check_format_mark(format_mark(), "folder"));
}

TEST(FormatMark, OfANewerProgramIsRefusedByTheNameOfTheFeature) {
  const auto refused = check_format_mark(format_mark() + " word-vectors", "folder");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kNotAnIndex);
  EXPECT_NE(refused.error().message.find("\"word-vectors\""), std::string::npos);
  EXPECT_FALSE(check_format_mark("", "folder"));
}

}  // namespace
}  // namespace rapporteur
