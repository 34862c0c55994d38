// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/date_claims.h"

#include <string>

#include "common/dates/date_text.h"

namespace rapporteur {

namespace {

constexpr int kFirstClaimedYear = 1900;
constexpr int kFirstUrlYear = 1990;
constexpr int kLastUrlYear = 2100;

bool contains_folded(std::string_view text, std::string_view part) {
  return fold(text).find(part) != std::string::npos;
}

// The digits at `at`, as many as there are; -1 if there are not `least` to `most`.
int digits_at(std::string_view text, std::size_t at, std::size_t least, std::size_t most,
              std::size_t* end) {
  int value = 0;
  std::size_t i = at;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
    if (i - at >= most) return -1;
    value = value * 10 + (text[i] - '0');
  }
  *end = i;
  return i - at >= least ? value : -1;
}

RecordDate made(const ParsedDate& parsed, std::string evidence) {
  return {parsed.interval, parsed.precision, DateMethod::kMetadata, std::move(evidence)};
}

// A date that starts at `at` of a path, behind a '/' or between other separators.
std::optional<RecordDate> date_at(std::string_view path, std::size_t at) {
  std::size_t end = at;
  const bool segment_start = path[at - 1] == '/';
  const int compact = digits_at(path, at, 8, 8, &end);
  if (compact > 0) {
    const CivilDate day{compact / 10000, compact / 100 % 100, compact % 100};
    if (day.year < kFirstUrlYear || day.year > kLastUrlYear || !is_valid(day)) return std::nullopt;
    return made({DateInterval::day(day), DatePrecision::kDay}, std::string(path.substr(at, 8)));
  }
  const int year = digits_at(path, at, 4, 4, &end);
  if (year < kFirstUrlYear || year > kLastUrlYear || end >= path.size()) return std::nullopt;
  const char separator = path[end];
  if (separator != '/' && separator != '-' && separator != '_') return std::nullopt;
  const int month = digits_at(path, end + 1, separator == '/' ? 1 : 2, 2, &end);
  if (month < 1 || month > 12) return std::nullopt;
  if (end < path.size() && path[end] == separator) {
    std::size_t day_end = end;
    const CivilDate day{year, month,
                        digits_at(path, end + 1, separator == '/' ? 1 : 2, 2, &day_end)};
    const bool ends = day_end >= path.size() || path[day_end] == '/' || path[day_end] == '-' ||
                      path[day_end] == '_' || path[day_end] == '.';
    if (is_valid(day) && ends) {
      return made({DateInterval::day(day), DatePrecision::kDay},
                  std::string(path.substr(at, day_end - at)));
    }
  }
  // "-2018-02" may be part of a title or a number; "/2018/02/" is how systems file.
  if (separator != '/' || !segment_start || (end < path.size() && path[end] != '/')) {
    return std::nullopt;
  }
  return made({DateInterval::month(year, month), DatePrecision::kMonth},
              std::string(path.substr(at, end - at)));
}

}  // namespace

bool before_capture(const Page& page, const DateInterval& interval) {
  if (!page.captured) return true;
  return days_from_civil(interval.from) <= days_from_civil(page.captured->interval.to) + 1;
}

std::optional<RecordDate> claimed_date(const Page& page) {
  for (const PageMetadata::Claim& claim : page.metadata.dates) {
    if (contains_folded(claim.name, "modif") || contains_folded(claim.name, "updat")) continue;
    const auto parsed = parse_date_string(claim.value);
    if (!parsed || parsed->interval.from.year < kFirstClaimedYear) continue;
    if (!before_capture(page, parsed->interval)) continue;
    return made(*parsed, claim.name + ": " + claim.value);
  }
  return std::nullopt;
}

std::optional<RecordDate> url_date(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t path_at = url.find('/', scheme == url.npos ? 0 : scheme + 3);
  if (path_at == url.npos) return std::nullopt;
  std::string_view path = url.substr(path_at);
  path = path.substr(0, path.find_first_of("?#"));
  std::optional<RecordDate> month;
  for (std::size_t at = 1; at + 4 < path.size(); ++at) {
    const char before = path[at - 1];
    if (before != '/' && before != '-' && before != '_') continue;
    auto date = date_at(path, at);
    if (!date) continue;
    date->evidence.insert(0, "URL ");
    if (date->precision == DatePrecision::kDay) return date;
    if (!month) month = date;
  }
  return month;
}

std::optional<RecordDate> datetime_date(std::string_view datetime) {
  const auto parsed = parse_date_string(datetime);
  if (!parsed) return std::nullopt;
  return made(*parsed, "time: " + std::string(datetime));
}

}  // namespace rapporteur
