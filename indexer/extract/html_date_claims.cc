// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_date_claims.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/dates/date_text.h"
#include "common/text/utf8.h"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestDateText = 200;  // bytes of text that is looked through for a date
constexpr std::size_t kMostClaims = 1000;
// How far clocks of lands that publish are from UTC.
constexpr int kFarthestWest = 10 * 60;  // minutes
constexpr int kFarthestEast = 13 * 60;

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// The number of one or two digits at `at`, which moves behind it; -1 if there is none.
int short_number(std::string_view text, std::size_t& at) {
  if (!is_digit_at(text, at)) return -1;
  int value = text[at++] - '0';
  if (is_digit_at(text, at)) value = value * 10 + (text[at++] - '0');
  return value;
}

// The first "28.01.22" of a text as "2022-01-28"; "" if there is none. Only with dots: slashes and
// dashes leave open which number is the year.
std::string short_year_day(std::string_view text) {
  for (std::size_t start = 0; start + 6 <= text.size(); ++start) {
    if (!is_digit_at(text, start)) continue;
    if (start > 0 && (is_digit_at(text, start - 1) || text[start - 1] == '.')) continue;
    std::size_t at = start;
    const int day = short_number(text, at);
    if (at >= text.size() || text[at++] != '.') continue;
    const int month = short_number(text, at);
    if (month < 1 || at >= text.size() || text[at++] != '.') continue;
    const std::size_t year_at = at;
    const int year = short_number(text, at);
    if (at - year_at != 2 || is_digit_at(text, at) || (at < text.size() && text[at] == '.'))
      continue;
    const CivilDate date{year < 70 ? 2000 + year : 1900 + year, month, day};
    if (is_valid(date)) return to_iso(date);
  }
  return "";
}

// The minute of the day of a moment in UTC: "2023-11-09T02:11:03Z", "... 02:11+00:00".
std::optional<int> minute_in_utc(std::string_view value) {
  const bool utc = value.ends_with('Z') || value.ends_with("+00:00") || value.ends_with("+0000");
  if (!utc || value.size() < 17 || (value[10] != 'T' && value[10] != ' ') || value[13] != ':')
    return std::nullopt;
  std::size_t hour_at = 11;
  std::size_t minute_at = 14;
  const int hour = short_number(value, hour_at);
  const int minute = short_number(value, minute_at);
  if (hour < 0 || minute < 0) return std::nullopt;
  return hour * 60 + minute;
}

// "11/01/2023" with its first two numbers changed round; "" if that is no date, or the same.
std::string changed_round(std::string_view value) {
  std::size_t at = 0;
  const int first = short_number(value, at);
  if (first < 1 || first > 12 || at >= value.size() || value[at++] != '/') return "";
  const int second = short_number(value, at);
  if (second < 1 || second > 12 || second == first || at >= value.size() || value[at] != '/')
    return "";
  if (!is_digit_at(value, at + 4) || is_digit_at(value, at + 5)) return "";
  return std::to_string(second) + '/' + std::to_string(first) + std::string(value.substr(at, 5));
}

bool is_printed(ClaimRank rank) {
  return rank == ClaimRank::kNamed || rank == ClaimRank::kBesideTitle || rank == ClaimRank::kText;
}

bool at_title(ClaimRank rank) {
  return rank == ClaimRank::kTime || rank == ClaimRank::kNamed || rank == ClaimRank::kBesideTitle;
}

}  // namespace

bool DateClaims::add(ClaimRank rank, std::string name, std::string_view value, bool coarse) {
  if (list_.size() >= kMostClaims) return false;
  value = trim(value);
  std::optional<ParsedDate> parsed = parse_date_string(value);
  if (!parsed && value.size() <= kLongestDateText) {
    for (const DateMention& mention : find_dates(value)) {
      if (!mention.has_year || mention.precision != DatePrecision::kDay) continue;
      const std::string_view day = value.substr(mention.begin, mention.end - mention.begin);
      parsed = parse_date_string(day);
      if (!parsed) continue;
      value = day;
      break;
    }
  }
  std::string expanded;
  if (!parsed && value.size() <= kLongestDateText) {
    expanded = short_year_day(value);
    if (!expanded.empty()) {
      value = expanded;
      parsed = parse_date_string(value);
    }
  }
  if (!parsed || (!coarse && parsed->precision != DatePrecision::kDay)) return false;
  const int year = parsed->interval.from.year;
  if (year < kFirstWebYear || year > kLastWebYear) return false;
  list_.push_back({rank,
                   {std::move(name), std::string(value), is_printed(rank)},
                   days_from_civil(parsed->interval.from),
                   parsed->precision != DatePrecision::kDay});
  return true;
}

void DateClaims::read_slashes() {
  for (Ranked& ranked : list_) {
    const std::string other = changed_round(ranked.claim.value);
    if (other.empty()) continue;
    const auto parsed = parse_date_string(other);
    if (!parsed) continue;
    const int day = days_from_civil(parsed->interval.from);
    const auto says = [&](int wanted) {
      return std::any_of(list_.begin(), list_.end(), [&](const Ranked& one) {
        return one.day == wanted && !one.coarse && changed_round(one.claim.value).empty();
      });
    };
    if (!says(day) || says(ranked.day)) continue;
    ranked.day = day;
    ranked.claim.value = to_iso(parsed->interval.from);
  }
}

void DateClaims::put_first(std::size_t index) {
  const auto at = list_.begin() + static_cast<std::ptrdiff_t>(index);
  std::rotate(list_.begin(), at, at + 1);
}

// Two kinds of place at least must agree on the other day, and nothing on the first.
void DateClaims::prefer_agreed() {
  const auto places = [&](int day) {
    unsigned found = 0;
    for (const Ranked& one : list_)
      if (one.day == day && !one.coarse && one.rank <= ClaimRank::kMostly)
        found |= 1u << static_cast<unsigned>(one.rank);
    return found;
  };
  const auto count = [](unsigned set) {
    int ones = 0;
    for (; set != 0; set &= set - 1) ++ones;
    return ones;
  };
  if (list_.front().rank > ClaimRank::kPublished || count(places(list_.front().day)) > 1) return;
  for (std::size_t i = 1; i < list_.size(); ++i) {
    const unsigned agreed = places(list_[i].day);
    const unsigned stated = (1u << static_cast<unsigned>(ClaimRank::kPublished)) |
                            (1u << static_cast<unsigned>(ClaimRank::kJsonLd));
    if (count(agreed) >= 2 && (agreed & stated) != 0) return put_first(i);
  }
}

void DateClaims::prefer_local_day() {
  const auto minute = minute_in_utc(list_.front().claim.value);
  if (!minute) return;
  for (std::size_t i = 1; i < list_.size(); ++i) {
    if (!at_title(list_[i].rank) || minute_in_utc(list_[i].claim.value)) continue;
    const int days = list_[i].day - list_.front().day;
    if (days == 0) return;
    const bool before = days == -1 && *minute < kFarthestWest;
    const bool after = days == 1 && *minute + kFarthestEast >= 24 * 60;
    if (before || after) return put_first(i);
  }
}

std::vector<PageMetadata::Claim> DateClaims::sorted() && {
  std::stable_sort(list_.begin(), list_.end(),
                   [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
  if (!list_.empty()) {
    read_slashes();
    prefer_agreed();
    prefer_local_day();
  }
  std::vector<PageMetadata::Claim> claims;
  claims.reserve(list_.size());
  for (Ranked& ranked : list_) claims.push_back(std::move(ranked.claim));
  return claims;
}

}  // namespace rapporteur
