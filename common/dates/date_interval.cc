// SPDX-License-Identifier: GPL-2.0-or-later
#include <rapporteur/date_interval.h>

#include <array>
#include <cstdio>

namespace rapporteur {

std::int32_t days_from_civil(CivilDate date) {
  const int y = date.month <= 2 ? date.year - 1 : date.year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int shifted_month = date.month > 2 ? date.month - 3 : date.month + 9;
  const int day_of_year = (153 * shifted_month + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDate civil_from_days(std::int32_t days) {
  const int z = days + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

int last_day_of_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_valid(CivilDate date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= last_day_of_month(date.year, date.month);
}

std::string to_iso(CivilDate date) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
  return buffer;
}

DateInterval DateInterval::day(CivilDate date) {
  return {date, date};
}

DateInterval DateInterval::month(int year, int month) {
  return {{year, month, 1}, {year, month, last_day_of_month(year, month)}};
}

DateInterval DateInterval::year(int year) {
  return {{year, 1, 1}, {year, 12, 31}};
}

namespace {

// Reads exactly `width` digits at the front of `text` and takes them off; -1 where there are none.
int take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return -1;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(width);
  return value;
}

}  // namespace

std::optional<DateInterval> parse_iso_interval(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const int year = take_digits(text, 4);
  if (year < 1000) return std::nullopt;
  if (text.empty()) return DateInterval::year(year);
  if (text.front() != '-') return std::nullopt;
  text.remove_prefix(1);
  const int month = take_digits(text, 2);
  if (month < 1 || month > 12) return std::nullopt;
  if (text.empty()) return DateInterval::month(year, month);
  if (text.front() != '-') return std::nullopt;
  text.remove_prefix(1);
  const CivilDate date{year, month, take_digits(text, 2)};
  if (!text.empty() || !is_valid(date)) return std::nullopt;
  return DateInterval::day(date);
}

}  // namespace rapporteur
