// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which dates are seen in running text, and which numbers are none.
#include "common/dates/date_text.h"

#include <gtest/gtest.h>

#include <string>

#include "common/vocabulary/table.h"

namespace rapporteur {
namespace {

// One date as "2018-02-13", "2018-02-26..2018-03-23" with its precision's letter where it is not a
// day; without a year the year is 0000 (0001 behind New Year).
std::string shown(const DateMention& mention) {
  std::string result = to_iso(mention.interval.from);
  if (mention.interval.from != mention.interval.to) result += ".." + to_iso(mention.interval.to);
  if (mention.precision == DatePrecision::kMonth) result += " month";
  if (mention.precision == DatePrecision::kYear) result += " year";
  EXPECT_EQ(mention.has_year, mention.interval.from.year > 1);
  return result;
}

// All dates of a text, joined by "; ".
std::string dates_in(std::string_view text) {
  std::string result;
  std::uint32_t end = 0;
  for (const DateMention& mention : find_dates(text)) {
    EXPECT_GE(mention.begin, end) << text;
    EXPECT_LT(mention.begin, mention.end) << text;
    EXPECT_LE(mention.end, text.size()) << text;
    end = mention.end;
    if (!result.empty()) result += "; ";
    result += shown(mention);
  }
  return result;
}

struct Case {
  const char* text;
  const char* dates;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(dates_in(c.text), c.dates) << c.text;
}

TEST(DateText, ReadsDaysWithTheirYear) {
  expect_all({
      {"The vote was held on 13 February 2018 in Nairobi.", "2018-02-13"},
      {"The vote was held on February 13, 2018 in Nairobi.", "2018-02-13"},
      {"the 13th of February 2018", "2018-02-13"},
      {"February 13th, 2018", "2018-02-13"},
      {"13 Feb. 2018", "2018-02-13"},
      {"Feb. 13, 2018", "2018-02-13"},
      {"Sept. 3, 2018", "2018-09-03"},
      {"13-Feb-2018", "2018-02-13"},
      {"13-Feb-18", "2018-02-13"},
      {"2018-Feb-13", "2018-02-13"},
      {"13 Feb '18", "2018-02-13"},
      {"adopted on 10 December 1948", "1948-12-10"},
      {"13\u00a0February\u00a02018", "2018-02-13"},
      {"The text was signed on 13\nFebruary 2018.", "2018-02-13"},
      {"3 may 2019", "2019-05-03"},
  });
}

TEST(DateText, ReadsNumbersDayFirstUnlessOnlyTheMonthCanComeFirst) {
  expect_all({
      {"2018-02-13", "2018-02-13"},
      {"2018-02-13T10:20:30Z", "2018-02-13"},
      {"(2018/02/13)", "2018-02-13"},
      {"2018.02.13", "2018-02-13"},
      {"13/02/2018", "2018-02-13"},
      {"03/04/2018", "2018-04-03"},
      {"02/13/2018", "2018-02-13"},
      {"13.02.2018", "2018-02-13"},
      {"13-02-2018", "2018-02-13"},
      {"1/2/2018", "2018-02-01"},
      {"13/02/18", "2018-02-13"},
      {"in 2018-02 again", "2018-02-01..2018-02-28 month"},
      {"31/02/2018", ""},
      {"2018-13-40", ""},
  });
}

TEST(DateText, LeavesTheYearOpenWhereNoneIsPrinted) {
  expect_all({
      {"13 Feb", "0000-02-13"},
      {"13 February", "0000-02-13"},
      {"on May 3 the court", "0000-05-03"},
      {"26-28 March vote for president", "0000-03-26..0000-03-28"},
      {"from 28 December to 3 January", "0000-12-28..0001-01-03"},
      {"29 February", "0000-02-29"},
      {"13 Feb\n2018 highlights", "0000-02-13; 2018-01-01..2018-12-31 year"},
  });
}

TEST(DateText, PutsADateIntoAYear) {
  const DateMention leap = find_dates("29 February").front();
  EXPECT_EQ(in_year(leap, 2020), DateInterval::day({2020, 2, 29}));
  EXPECT_EQ(in_year(leap, 2019), std::nullopt);
  const DateMention new_year = find_dates("28 December to 3 January").front();
  EXPECT_EQ(in_year(new_year, 2017), (DateInterval{{2017, 12, 28}, {2018, 1, 3}}));
}

TEST(DateText, ReadsRanges) {
  expect_all({
      {"26-28 March 2018", "2018-03-26..2018-03-28"},
      {"26–28 March 2018", "2018-03-26..2018-03-28"},
      {"26 to 28 March 2018", "2018-03-26..2018-03-28"},
      {"on 13 and 14 February 2018", "2018-02-13..2018-02-14"},
      {"on 12, 13 and 14 March 2018", "2018-03-12..2018-03-14"},
      {"March 26-28, 2018", "2018-03-26..2018-03-28"},
      {"26 February to 23 March 2018", "2018-02-26..2018-03-23"},
      {"from 18 June to 6 July 2018", "2018-06-18..2018-07-06"},
      {"June 18 - July 6, 2018", "2018-06-18..2018-07-06"},
      {"18 December 2017 to 6 January 2018", "2017-12-18..2018-01-06"},
      {"16 December 2006-14 December 2007", "2006-12-16..2007-12-14"},
      {"13 May–2 June 2018", "2018-05-13..2018-06-02"},
      {"28 December to 3 January 2018", "2017-12-28..2018-01-03"},
      {"between 13 May and 2 June 2018", "2018-05-13..2018-06-02"},
      {"on 13 May and 2 June 2018", "2018-05-13; 2018-06-02"},
      {"January-March 2018", "2018-01-01..2018-03-31"},
      {"June and July 2018", "2018-06-01..2018-07-31"},
      {"June 2017 to May 2018", "2017-06-01..2018-05-31"},
      {"November 2017–February 2018", "2017-11-01..2018-02-28"},
      {"the years 2015-2018", "2015-01-01..2018-12-31"},
      {"2015–18", "2015-01-01..2018-12-31"},
      {"in 2017/18", "2017-01-01..2018-12-31"},
      {"in the 1990s", "1990-01-01..1999-12-31"},
  });
}

TEST(DateText, ReadsMonthsAndYears) {
  expect_all({
      {"in May 2016", "2016-05-01..2016-05-31 month"},
      {"Feb 2018", "2018-02-01..2018-02-28 month"},
      {"May, 2016", "2016-05-01..2016-05-31 month"},
      {"In 1998 the world", "1998-01-01..1998-12-31 year"},
      {"the Council's 2013 Commission of Inquiry", "2013-01-01..2013-12-31 year"},
      {"resolution 1325 (2000)", "2000-01-01..2000-12-31 year"},
      {"In 2018 people were", "2018-01-01..2018-12-31 year"},
  });
}

TEST(DateText, KnowsNumbersThatAreNoDates) {
  expect_all({
      {"resolution 2005/35", ""},
      {"resolution 36/21 and A/HRC/RES/36/21", ""},
      {"document E/CN.4/2005/11, A/72/2018", ""},
      {"letter ASA 21/05/91", ""},
      {"1,000 houses and 1,999.50 euros", ""},
      {"the 709 crackdown", ""},
      {"more than 2000 villagers, 2000 people", ""},
      {"see para. 1999 and page 2001", ""},
      {"$2000 and 2018% and #2018", ""},
      {"+41 22 919 2018", ""},
      {"version 10.12.1", ""},
      {"https://example.org/2018/02/13/title", ""},
      {"room 2014", ""},
      {"in the year 3000 and in 1066", ""},
      {"we may 13 times", ""},
      {"Set 13 goals; the march 4 miles on", ""},
      {"31 April, 32 May", ""},
      {"In paragraph 13. February was cold", ""},
      {"March against torture. May the best win", ""},
  });
}

TEST(DateText, NotesThePrintedWeekday) {
  const auto dates = find_dates("Tuesday, 13 February; Tue 13 Feb; martes 13 de febrero; 14 Feb");
  ASSERT_EQ(dates.size(), 4u);
  EXPECT_EQ(dates[0].weekday, 1);
  EXPECT_EQ(dates[0].begin, 0u);
  EXPECT_EQ(dates[1].weekday, 1);
  EXPECT_EQ(dates[2].weekday, 1);
  EXPECT_EQ(dates[3].weekday, -1);
}

TEST(DateText, ReadsFrenchSpanishPortugueseItalianAndGerman) {
  expect_all({
      {"le 13 février 2018", "2018-02-13"},
      {"le 1er août 2018", "2018-08-01"},
      {"du 26 au 28 mars 2018", "2018-03-26..2018-03-28"},
      {"du 26 février au 23 mars 2018", "2018-02-26..2018-03-23"},
      {"en décembre 2017", "2017-12-01..2017-12-31 month"},
      {"13 mars", "0000-03-13"},
      {"13 juin", "0000-06-13"},
      {"el 13 de febrero de 2018", "2018-02-13"},
      {"el 1º de mayo del 2018", "2018-05-01"},
      {"del 26 al 28 de marzo de 2018", "2018-03-26..2018-03-28"},
      {"del 26 de febrero al 23 de marzo de 2018", "2018-02-26..2018-03-23"},
      {"en septiembre de 2018", "2018-09-01..2018-09-30 month"},
      {"de junio a septiembre de 2018", "2018-06-01..2018-09-30"},
      {"13 de fevereiro de 2018", "2018-02-13"},
      {"13 febbraio 2018", "2018-02-13"},
      {"am 13. Februar 2018", "2018-02-13"},
      {"26.–28. März 2018", "2018-03-26..2018-03-28"},
      {"vom 26. bis 28. März 2018", "2018-03-26..2018-03-28"},
      {"13. Dezember", "0000-12-13"},
  });
}

TEST(DateText, ReadsRussian) {
  expect_all({
      {"13 февраля 2018 года", "2018-02-13"},
      {"13 февраля 2018 г. в Женеве", "2018-02-13"},
      {"13-го февраля", "0000-02-13"},
      {"с 26 по 28 марта 2018 года", "2018-03-26..2018-03-28"},
      {"с 26 февраля по 23 марта 2018 г.", "2018-02-26..2018-03-23"},
      {"в мае 2016 года", "2016-05-01..2016-05-31 month"},
      {"в 2015 году", "2015-01-01..2015-12-31 year"},
      {"2010-2012 гг.", "2010-01-01..2012-12-31"},
      {"резолюция 2005/35, 2000 человек", ""},
  });
}

TEST(DateText, ReadsArabicWithBothSetsOfMonthsAndDigits) {
  expect_all({
      {"13 فبراير 2018", "2018-02-13"},
      {"13 شباط/فبراير 2018", "2018-02-13"},
      {"13 فبراير (شباط) 2018", "2018-02-13"},
      {"١٣ فبراير ٢٠١٨", "2018-02-13"},
      {"13 كانون الثاني 2018", "2018-01-13"},
      {"10 كانون الأول/ديسمبر 1948", "1948-12-10"},
      {"7 جويلية 2019", "2019-07-07"},
      {"13 من فبراير عام 2018", "2018-02-13"},
      {"من 18 يونيو إلى 6 يوليو 2018", "2018-06-18..2018-07-06"},
      {"في تشرين الأول 2018", "2018-10-01..2018-10-31 month"},
      {"منذ عام 2015 و2016", "2015-01-01..2015-12-31 year; 2016-01-01..2016-12-31 year"},
  });
}

TEST(DateText, ReadsChinese) {
  expect_all({
      {"2018年2月13日在日内瓦", "2018-02-13"},
      {"二〇一八年二月十三日", "2018-02-13"},
      {"２０１８年２月１３日", "2018-02-13"},
      {"人权理事会于2018年2月26日至3月23日举行会议", "2018-02-26..2018-03-23"},
      {"3月26日至28日", "0000-03-26..0000-03-28"},
      {"2018年2月", "2018-02-01..2018-02-28 month"},
      {"自2015年以来", "2015-01-01..2015-12-31 year"},
      {"2015年至2018年", "2015-01-01..2018-12-31"},
      {"2015至2018年", "2015-01-01..2018-12-31"},
      {"十二月三十一日", "0000-12-31"},
      {"10年来，有3个月", ""},
      {"2月30日", ""},
  });
}

TEST(DateText, FindsSeveralDatesAndTheirPlaces) {
  const std::string text = "On 6 December 2017 he spoke; since 30 March 2018 they march.";
  const auto dates = find_dates(text);
  ASSERT_EQ(dates.size(), 2u);
  EXPECT_EQ(text.substr(dates[0].begin, dates[0].end - dates[0].begin), "6 December 2017");
  EXPECT_EQ(text.substr(dates[1].begin, dates[1].end - dates[1].begin), "30 March 2018");
}

TEST(DateText, SurvivesAnything) {
  for (const char* text : {"",
                           " ",
                           "/",
                           "年",
                           "月日",
                           "13",
                           "13 ",
                           "of",
                           "2018-",
                           "2018-02-",
                           "1/",
                           "13 Feb -",
                           "13 Feb to",
                           "May",
                           "to to to",
                           "年月日年月日",
                           "十十十月",
                           "99999999999999999999",
                           "١٣",
                           "13-13-13-13",
                           "1 2 3 4 5 6 7 8"}) {
    EXPECT_NO_FATAL_FAILURE(dates_in(text));
  }
}

TEST(DateTables, AreWellFormed) {
  EXPECT_TRUE(Table::embedded("dates/months.tsv", {"month", "language", "word", "match"}).ok());
  EXPECT_TRUE(Table::embedded("dates/weekdays.tsv", {"weekday", "language", "word"}).ok());
  EXPECT_TRUE(Table::embedded("dates/markers.tsv", {"role", "language", "words"}).ok());
}

}  // namespace
}  // namespace rapporteur
