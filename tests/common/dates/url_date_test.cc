// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/dates/url_date.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

std::string shown(std::string_view url) {
  const auto found = find_url_date(url);
  if (!found) return "";
  const std::string iso = to_iso(found->date.interval.from);
  return found->date.precision == DatePrecision::kDay ? iso : iso.substr(0, 7);
}

TEST(UrlDate, DaysAreReadHoweverTheyAreFiled) {
  EXPECT_EQ(shown("https://example.org/2018/02/13/title"), "2018-02-13");
  EXPECT_EQ(shown("https://example.org/2018/2/3.html"), "2018-02-03");
  EXPECT_EQ(shown("https://example.org/world/2018/feb/13/title"), "2018-02-13");
  EXPECT_EQ(shown("https://example.org/title-2018-02-13.html"), "2018-02-13");
  EXPECT_EQ(shown("https://example.org/a_13-02-2018"), "2018-02-13");
  EXPECT_EQ(shown("https://example.org/a/20180213/title"), "2018-02-13");
}

TEST(UrlDate, ANumberBehindTheMonthIsNotAlwaysADay) {
  EXPECT_EQ(shown("https://example.org/2023/10/3-questions"), "2023-10");
  EXPECT_EQ(shown("https://example.org/2023/10/12-questions"), "2023-10");
  EXPECT_EQ(shown("https://example.org/2018/02/title"), "2018-02");
  EXPECT_EQ(shown("https://example.org/2018/march/title"), "2018-03");
  EXPECT_EQ(shown("https://example.org/2018/market/title"), "");
}

TEST(UrlDate, OtherNumbersAreNone) {
  for (const char* url : {"https://example.org/12345678", "https://example.org/plan-2018-02",
                          "https://example.org/2018/13/40/", "https://example.org/a?d=2018-02-13",
                          "https://example.org/1789/07/14/", "", "/", "2018-02-13"})
    EXPECT_EQ(shown(url), "") << url;
}

TEST(UrlDate, TheMomentOfAnArchiveIsNotThePages) {
  EXPECT_EQ(shown("https://web.archive.org/web/20160218174457/http://example.org/2010/05/title"),
            "2010-05");
  EXPECT_EQ(shown("https://web.archive.org/web/20160218174457/http://example.org/title"), "");
}

}  // namespace
}  // namespace rapporteur
