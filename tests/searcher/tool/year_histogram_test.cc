// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/tool/year_histogram.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

using Lines = std::vector<std::string>;

FacetCounts years(std::vector<std::pair<const char*, std::uint64_t>> counts) {
  FacetCounts facet;
  facet.field = FacetField::kYear;
  for (const auto& [year, count] : counts) facet.values.push_back({year, "", count});
  return facet;
}

TEST(YearHistogram, HasALineAYearWithTheEmptyOnesAndTheUndated) {
  EXPECT_EQ(year_histogram(years({{"2015", 80}, {"2017", 8}, {"2018", 1}, {"undated", 4}}), 8),
            (Lines{"2015     80 ████████████████████████████████████████", "2016      0",
                   "2017      8 ████", "2018      1 ▌", "undated   4 ██"}));
}

TEST(YearHistogram, JoinsYearsWhereThereAreTooMany) {
  EXPECT_EQ(year_histogram(years({{"1998", 1}, {"2004", 1}, {"2011", 2}}), 4),
            (Lines{"1995–1999  1 ████████████████████", "2000–2004  1 ████████████████████",
                   "2005–2009  0", "2010–2014  2 ████████████████████████████████████████"}));
  EXPECT_EQ(year_histogram(years({{"1998", 1}, {"2004", 1}, {"2011", 2}}), 1).size(), 1U);
}

TEST(YearHistogram, OfNothingIsNothing) {
  EXPECT_TRUE(year_histogram(years({}), 8).empty());
  EXPECT_EQ(year_histogram(years({{"undated", 2}}), 8).size(), 1U);
  EXPECT_EQ(year_histogram(years({{"1", 3}, {"9999", 3}}), 8).size(), 5U);
}

}  // namespace
}  // namespace rapporteur
