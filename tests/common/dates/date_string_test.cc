// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which strings are one date: the `date` of JSON records, the heads of HTML pages.
#include <gtest/gtest.h>

#include "common/dates/date_text.h"

namespace rapporteur {
namespace {

const ParsedDate kDay{DateInterval::day({2018, 2, 13}), DatePrecision::kDay};

TEST(DateString, ReadsTheFormsOfTheRecordContract) {
  EXPECT_EQ(parse_date_string("2018"),
            (ParsedDate{DateInterval::year(2018), DatePrecision::kYear}));
  EXPECT_EQ(parse_date_string("2018-02"),
            (ParsedDate{DateInterval::month(2018, 2), DatePrecision::kMonth}));
  EXPECT_EQ(parse_date_string("2010-11"),
            (ParsedDate{DateInterval::month(2010, 11), DatePrecision::kMonth}));
  EXPECT_EQ(parse_date_string("2018-02-13"), kDay);
  EXPECT_EQ(parse_date_string("13 February 2018"), kDay);
  EXPECT_EQ(parse_date_string("21 Nov 1997"),
            (ParsedDate{DateInterval::day({1997, 11, 21}), DatePrecision::kDay}));
}

TEST(DateString, ReadsTimeStampsAndKeepsTheDayAsWritten) {
  for (const char* text : {"2018-02-13T10:20:30Z",
                           "2018-02-13T23:30:00-05:00",
                           "2018-02-13T00:10:00.000+0100",
                           "2018-02-13 10:20",
                           "2018-02-13 10:20:30 UTC",
                           "20180213",
                           "20180213102030",
                           "Tue, 13 Feb 2018 10:20:30 +0100",
                           "Tue, 13 Feb 2018 10:20:30 GMT",
                           "Tuesday, February 13, 2018 - 10:20",
                           "February 13, 2018 at 10:20 am",
                           "  13 February 2018\n",
                           "13/02/2018",
                           "02/13/2018",
                           "13.02.2018, 10:20 Uhr",
                           "13 février 2018 à 10 h",
                           "mardi 13 février 2018",
                           "13 февраля 2018 года",
                           "2018年2月13日",
                           "١٣ فبراير ٢٠١٨"}) {
    const auto date = parse_date_string(text);
    ASSERT_TRUE(date.has_value()) << text;
    EXPECT_EQ(*date, kDay) << text;
  }
}

TEST(DateString, ReadsRanges) {
  const auto date = parse_date_string("26 February to 23 March 2018");
  ASSERT_TRUE(date.has_value());
  EXPECT_EQ(date->precision, DatePrecision::kRange);
  EXPECT_EQ(date->interval, (DateInterval{{2018, 2, 26}, {2018, 3, 23}}));
}

TEST(DateString, RefusesWhatIsNoSingleDate) {
  for (const char* text :
       {"", " ", "undated", "13 February", "February", "2018-02-30", "2018-00-00", "0000-00-00",
        "31 April 2018", "13 February 2018 and 14 March 2019", "Published in 2018 by us",
        "resolution of 2018", "2018-02-13 17", "20181340", "not 2018", "12345"}) {
    EXPECT_EQ(parse_date_string(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace rapporteur
