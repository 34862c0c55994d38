// SPDX-License-Identifier: GPL-2.0-or-later
//
// What times questions ask for, in the six UN languages.
#include <gtest/gtest.h>

#include <string>

#include "common/dates/date_text.h"

namespace rapporteur {
namespace {

constexpr CivilDate kToday{2024, 5, 31};

// "from..to [words]", open ends as "..", joined by "; ".
std::string asked(std::string_view question) {
  std::string result;
  for (const QuestionDate& date : find_question_dates(question, kToday)) {
    if (!result.empty()) result += "; ";
    if (date.interval.from != kOpenPast) result += to_iso(date.interval.from);
    result += "..";
    if (date.interval.to != kOpenFuture) result += to_iso(date.interval.to);
    result += " [" + std::string(question.substr(date.begin, date.end - date.begin)) + "]";
  }
  return result;
}

TEST(QuestionDates, TakesDatesAsTheyAre) {
  EXPECT_EQ(asked("reprisals China 2018"), "2018-01-01..2018-12-31 [2018]");
  EXPECT_EQ(asked("torture in March 2021"), "2021-03-01..2021-03-31 [in March 2021]");
  EXPECT_EQ(asked("torture in march 2021"), "2021-03-01..2021-03-31 [in march 2021]");
  EXPECT_EQ(asked("13 February 2018"), "2018-02-13..2018-02-13 [13 February 2018]");
  EXPECT_EQ(asked("2015-2018 arrests"), "2015-01-01..2018-12-31 [2015-2018]");
  EXPECT_EQ(asked("resolution 2005/35"), "");
  EXPECT_EQ(asked("reprisals China"), "");
  EXPECT_EQ(asked("HRC 40 2019"), "2019-01-01..2019-12-31 [2019]");
}

TEST(QuestionDates, UnderstandsOpenSides) {
  EXPECT_EQ(asked("arrests since 2015"), "2015-01-01.. [since 2015]");
  EXPECT_EQ(asked("arrests since March 2015"), "2015-03-01.. [since March 2015]");
  EXPECT_EQ(asked("arrests after 2015"), "2016-01-01.. [after 2015]");
  EXPECT_EQ(asked("arrests before 2010 in Chad"), "..2009-12-31 [before 2010]");
  EXPECT_EQ(asked("arrests before the year 2010"), "..2009-12-31 [before the year 2010]");
  EXPECT_EQ(asked("until 2010"), "..2010-12-31 [until 2010]");
  EXPECT_EQ(asked("from 2015 onwards"), "2015-01-01.. [from 2015 onwards]");
}

TEST(QuestionDates, UnderstandsTwoEnds) {
  EXPECT_EQ(asked("between 2010 and 2012"), "2010-01-01..2012-12-31 [between 2010 and 2012]");
  EXPECT_EQ(asked("from 2015 to 2018"), "2015-01-01..2018-12-31 [from 2015 to 2018]");
  EXPECT_EQ(asked("2015 to 2018"), "2015-01-01..2018-12-31 [2015 to 2018]");
  EXPECT_EQ(asked("from March 2015 until May 2016 Cuba"),
            "2015-03-01..2016-05-31 [from March 2015 until May 2016]");
  EXPECT_EQ(asked("between 3 and 10 May 2018"),
            "2018-05-03..2018-05-10 [between 3 and 10 May 2018]");
  EXPECT_EQ(asked("torture 2014..2016"), "2014-01-01..2016-12-31 [2014..2016]");
  EXPECT_EQ(asked("2014...2016"), "2014-01-01..2016-12-31 [2014...2016]");
  EXPECT_EQ(asked("2014-05..2015-02"), "2014-05-01..2015-02-28 [2014-05..2015-02]");
  EXPECT_EQ(asked("May 2014 – June 2015"), "2014-05-01..2015-06-30 [May 2014 – June 2015]");
  EXPECT_EQ(asked("2014. 2016"), "2014-01-01..2014-12-31 [2014]; 2016-01-01..2016-12-31 [2016]");
  EXPECT_EQ(asked("2010 and 2012"), "2010-01-01..2010-12-31 [2010]; 2012-01-01..2012-12-31 [2012]");
}

TEST(QuestionDates, CountsFromToday) {
  EXPECT_EQ(asked("reprisals last year"), "2023-01-01..2023-12-31 [last year]");
  EXPECT_EQ(asked("reprisals this year"), "2024-01-01..2024-12-31 [this year]");
  EXPECT_EQ(asked("reprisals last month"), "2024-04-01..2024-04-30 [last month]");
  EXPECT_EQ(asked("in the last 5 years"), "2019-05-31..2024-05-31 [in the last 5 years]");
  EXPECT_EQ(asked("past 3 months"), "2024-02-29..2024-05-31 [past 3 months]");
  EXPECT_EQ(asked("l'année dernière"), "2023-01-01..2023-12-31 [l'année dernière]");
  EXPECT_EQ(asked("el año pasado"), "2023-01-01..2023-12-31 [el año pasado]");
  EXPECT_EQ(asked("в прошлом году"), "2023-01-01..2023-12-31 [в прошлом году]");
  EXPECT_EQ(asked("العام الماضي"), "2023-01-01..2023-12-31 [العام الماضي]");
  EXPECT_EQ(asked("去年的报告"), "2023-01-01..2023-12-31 [去年]");
  EXPECT_TRUE(find_question_dates("last year", CivilDate{}).empty());
}

TEST(QuestionDates, UnderstandsFrench) {
  EXPECT_EQ(asked("torture depuis 2015"), "2015-01-01.. [depuis 2015]");
  EXPECT_EQ(asked("avant 2010"), "..2009-12-31 [avant 2010]");
  EXPECT_EQ(asked("après mai 2016"), "2016-06-01.. [après mai 2016]");
  EXPECT_EQ(asked("entre 2010 et 2012"), "2010-01-01..2012-12-31 [entre 2010 et 2012]");
  EXPECT_EQ(asked("de 2015 à 2018"), "2015-01-01..2018-12-31 [de 2015 à 2018]");
  EXPECT_EQ(asked("en mars 2021"), "2021-03-01..2021-03-31 [en mars 2021]");
  EXPECT_EQ(asked("jusqu'en 2012"), "..2012-12-31 [jusqu'en 2012]");
}

TEST(QuestionDates, UnderstandsSpanish) {
  EXPECT_EQ(asked("tortura desde 2015"), "2015-01-01.. [desde 2015]");
  EXPECT_EQ(asked("antes de 2010"), "..2009-12-31 [antes de 2010]");
  EXPECT_EQ(asked("después de 2010"), "2011-01-01.. [después de 2010]");
  EXPECT_EQ(asked("entre 2010 y 2012"), "2010-01-01..2012-12-31 [entre 2010 y 2012]");
  EXPECT_EQ(asked("de 2015 a 2018"), "2015-01-01..2018-12-31 [de 2015 a 2018]");
  EXPECT_EQ(asked("en marzo de 2021"), "2021-03-01..2021-03-31 [en marzo de 2021]");
}

TEST(QuestionDates, UnderstandsRussian) {
  EXPECT_EQ(asked("пытки с 2015 года"), "2015-01-01.. [с 2015 года]");
  EXPECT_EQ(asked("до 2010 года"), "..2009-12-31 [до 2010 года]");
  EXPECT_EQ(asked("после 2015 года"), "2016-01-01.. [после 2015 года]");
  EXPECT_EQ(asked("с 2010 по 2012 год"), "2010-01-01..2012-12-31 [с 2010 по 2012 год]");
  EXPECT_EQ(asked("между 2010 и 2012 годами"), "2010-01-01..2012-12-31 [между 2010 и 2012 годами]");
  EXPECT_EQ(asked("в марте 2021 года"), "2021-03-01..2021-03-31 [в марте 2021 года]");
}

TEST(QuestionDates, UnderstandsArabic) {
  EXPECT_EQ(asked("التعذيب منذ 2015"), "2015-01-01.. [منذ 2015]");
  EXPECT_EQ(asked("منذ عام 2015"), "2015-01-01.. [منذ عام 2015]");
  EXPECT_EQ(asked("قبل 2010"), "..2009-12-31 [قبل 2010]");
  EXPECT_EQ(asked("بعد عام 2010"), "2011-01-01.. [بعد عام 2010]");
  EXPECT_EQ(asked("بين 2010 و2012"), "2010-01-01..2012-12-31 [بين 2010 و2012]");
  EXPECT_EQ(asked("من 2015 إلى 2018"), "2015-01-01..2018-12-31 [من 2015 إلى 2018]");
  EXPECT_EQ(asked("في آذار/مارس 2021"), "2021-03-01..2021-03-31 [في آذار/مارس 2021]");
}

TEST(QuestionDates, UnderstandsChinese) {
  EXPECT_EQ(asked("2015年以来的酷刑"), "2015-01-01.. [2015年以来]");
  EXPECT_EQ(asked("自2015年以来"), "2015-01-01.. [自2015年以来]");
  EXPECT_EQ(asked("2010年以前"), "..2009-12-31 [2010年以前]");
  EXPECT_EQ(asked("2010年之后"), "2011-01-01.. [2010年之后]");
  EXPECT_EQ(asked("2010年以后"), "2010-01-01.. [2010年以后]");  // the year itself is among them
  EXPECT_EQ(asked("2010年至2012年"), "2010-01-01..2012-12-31 [2010年至2012年]");
  EXPECT_EQ(asked("从2010年到2012年"), "2010-01-01..2012-12-31 [从2010年到2012年]");
  EXPECT_EQ(asked("2021年3月 报复"), "2021-03-01..2021-03-31 [2021年3月]");
  EXPECT_EQ(asked("过去5年"), "2019-05-31..2024-05-31 [过去5年]");
}

TEST(QuestionDates, SurvivesAnything) {
  for (const char* text : {"", "since", "between and", "between 2010 and", "from to", "last",
                           "last 99999 years", "过去年", "to 2018 to", "since since 2015 since"}) {
    EXPECT_NO_FATAL_FAILURE(asked(text));
  }
}

}  // namespace
}  // namespace rapporteur
