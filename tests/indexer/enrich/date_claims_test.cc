// SPDX-License-Identifier: GPL-2.0-or-later
//
// Dates stated for machines: the head of a page, <time>, the address.
#include "indexer/enrich/date_claims.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

std::string shown(const std::optional<RecordDate>& date) {
  if (!date) return "";
  std::string result = to_iso(date->interval.from);
  if (date->precision == DatePrecision::kMonth) result.resize(7);
  if (date->precision == DatePrecision::kYear) result.resize(4);
  return result;
}

TEST(UrlDate, ReadsThePathsThatSystemsMake) {
  EXPECT_EQ(shown(url_date("https://example.org/2018/02/13/title")), "2018-02-13");
  EXPECT_EQ(shown(url_date("https://example.org/2018/2/3/title")), "2018-02-03");
  EXPECT_EQ(shown(url_date("https://example.org/news/2018-02-13-title")), "2018-02-13");
  EXPECT_EQ(shown(url_date("https://example.org/title-2018-02-13.html")), "2018-02-13");
  EXPECT_EQ(shown(url_date("https://example.org/a/20180213/title")), "2018-02-13");
  EXPECT_EQ(shown(url_date("https://example.org/2018/02/title")), "2018-02");
}

TEST(UrlDate, LeavesOtherNumbersAlone) {
  EXPECT_EQ(shown(url_date("https://example.org/title")), "");
  EXPECT_EQ(shown(url_date("https://example.org/2018/title")), "");
  EXPECT_EQ(shown(url_date("https://example.org/2018/13/40/title")), "");
  EXPECT_EQ(shown(url_date("https://example.org/plan-2018-02")), "");
  EXPECT_EQ(shown(url_date("https://example.org/12345678")), "");
  EXPECT_EQ(shown(url_date("https://example.org/a?day=/2018/02/13/")), "");
  EXPECT_EQ(shown(url_date("/2018/02/13/relative")), "2018-02-13");
  EXPECT_EQ(shown(url_date("")), "");
}

TEST(ClaimedDate, TakesTheFirstThatIsOneAndNoChange) {
  Page page;
  page.metadata.dates = {{"article:modified_time", "2020-01-01"},
                         {"dc.date", "soon"},
                         {"article:published_time", "2018-02-13T23:30:00-05:00"},
                         {"JSON-LD datePublished", "2018-02-14"}};
  const auto date = claimed_date(page);
  EXPECT_EQ(shown(date), "2018-02-13");
  EXPECT_EQ(date->method, DateMethod::kMetadata);
  EXPECT_NE(date->evidence.find("published_time"), std::string::npos);
}

TEST(ClaimedDate, CannotBeAfterTheCapture) {
  Page page;
  page.captured.emplace().interval = DateInterval::day({2018, 2, 13});
  page.metadata.dates = {{"date", "2019-02-13"}};
  EXPECT_EQ(shown(claimed_date(page)), "");
  page.metadata.dates = {{"date", "2018-02-14"}};
  EXPECT_EQ(shown(claimed_date(page)), "2018-02-14") << "zones differ by a day";
}

}  // namespace
}  // namespace rapporteur
