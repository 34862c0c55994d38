// SPDX-License-Identifier: GPL-2.0-or-later
//
// Civil dates and closed intervals of them: what a publication's date is, since most scraped dates
// are partial.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

// A day of the proleptic Gregorian calendar, without time or zone. The default value is no day:
// functions that take one want is_valid() days, if they do not say otherwise.
struct CivilDate {
  int year = 0;   // 1..9999
  int month = 0;  // 1..12
  int day = 0;    // 1..31, valid for the month
  auto operator<=>(const CivilDate&) const = default;
};

// Days since 1970-01-01 (negative before), after H. Hinnant, "chrono-Compatible Low-Level Date
// Algorithms".
std::int32_t days_from_civil(CivilDate date);
// Of days within some five million years.
CivilDate civil_from_days(std::int32_t days);
bool is_valid(CivilDate date);
// `month`: 1 to 12.
int last_day_of_month(int year, int month);
// "2018-02-13".
std::string to_iso(CivilDate date);

// A closed interval of days [from, to], from <= to.
struct DateInterval {
  CivilDate from;
  CivilDate to;
  auto operator<=>(const DateInterval&) const = default;

  // The whole of a day, month (1..12) or year (1..9999).
  static DateInterval day(CivilDate date);
  static DateInterval month(int year, int month);
  static DateInterval year(int year);
  bool overlaps(const DateInterval& other) const { return from <= other.to && other.from <= to; }
  bool contains(const DateInterval& other) const { return from <= other.from && other.to <= to; }
};

// Reads "2018", "2018-05" or "2018-05-31" exactly (surrounding spaces allowed); nullopt for
// anything else, impossible days included. Years 1000 to 9999.
std::optional<DateInterval> parse_iso_interval(std::string_view text);

}  // namespace rapporteur
