// SPDX-License-Identifier: GPL-2.0-or-later
#include <rapporteur/date_interval.h>

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

TEST(CivilDate, DaysRoundTripOverFourCenturies) {
  for (std::int32_t days = -160000; days < 60000; days += 13) {
    const CivilDate date = civil_from_days(days);
    ASSERT_TRUE(is_valid(date)) << to_iso(date);
    ASSERT_EQ(days_from_civil(date), days) << to_iso(date);
  }
  EXPECT_EQ(days_from_civil({1970, 1, 1}), 0);
  EXPECT_EQ(days_from_civil({2000, 3, 1}), 11017);
}

TEST(DateInterval, ReadsYearMonthAndDay) {
  EXPECT_EQ(parse_iso_interval("2018"), DateInterval::year(2018));
  EXPECT_EQ(parse_iso_interval("2016-02"), DateInterval::month(2016, 2));
  EXPECT_EQ(to_iso(parse_iso_interval("2016-02")->to), "2016-02-29");
  EXPECT_EQ(parse_iso_interval(" 2018-02-13 "), DateInterval::day({2018, 2, 13}));
}

TEST(DateInterval, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "18", "2018-13", "2018-02-30", "2018-2-3", "2018-02-13T", "0018", "2018-"}) {
    EXPECT_FALSE(parse_iso_interval(text)) << text;
  }
}

TEST(DateInterval, OverlapCountsSharedDays) {
  const DateInterval february = DateInterval::month(2018, 2);
  EXPECT_TRUE(february.overlaps(DateInterval::day({2018, 2, 28})));
  EXPECT_FALSE(february.overlaps(DateInterval::day({2018, 3, 1})));
  EXPECT_TRUE(DateInterval::year(2018).contains(february));
}

}  // namespace
}  // namespace rapporteur
