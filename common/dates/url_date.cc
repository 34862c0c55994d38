// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/dates/url_date.h"

#include <array>

namespace rapporteur {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;
constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_separator(char c) {
  return c == '/' || c == '-' || c == '_' || c == '.';
}

// A run of digits; value -1 where there is none, or too many.
struct Number {
  int value = -1;
  std::size_t digits = 0;
};

Number number_at(std::string_view text, std::size_t at) {
  Number number;
  int value = 0;
  for (; at + number.digits < text.size() && is_digit(text[at + number.digits]); ++number.digits) {
    if (number.digits >= 8) return {-1, number.digits};
    value = value * 10 + (text[at + number.digits] - '0');
  }
  if (number.digits > 0) number.value = value;
  return number;
}

// A month as one or two digits, or by its English name: "feb".
Number month_at(std::string_view text, std::size_t at) {
  const Number number = number_at(text, at);
  if (number.digits > 0) return number.digits <= 2 ? number : Number{};
  std::size_t size = 0;
  while (at + size < text.size() && size < 10 && (text[at + size] | 32) >= 'a' &&
         (text[at + size] | 32) <= 'z')
    ++size;
  if (size < 3) return {};
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    std::size_t same = 0;
    while (same < size && same < kMonths[month].size() &&
           (text[at + same] | 32) == kMonths[month][same])
      ++same;
    if (same == size) return {static_cast<int>(month) + 1, size};
  }
  return {};
}

bool in_range(int year) {
  return year >= kFirstYear && year <= kLastYear;
}

class Finder {
 public:
  explicit Finder(std::string_view path) : path_(path) {}

  std::optional<UrlDate> run() {
    for (std::size_t at = 1; at + 4 < path_.size(); ++at) {
      if (!is_separator(path_[at - 1]) || !is_digit(path_[at])) continue;
      if (auto day = day_at(at)) return day;
      if (!month_) month_ = month_of_year_at(at);
    }
    return month_;
  }

 private:
  char after(std::size_t at) const { return at < path_.size() ? path_[at] : '/'; }

  std::optional<UrlDate> made(const CivilDate& day, std::size_t begin, std::size_t end) const {
    if (!in_range(day.year) || !is_valid(day)) return std::nullopt;
    return UrlDate{{DateInterval::day(day), DatePrecision::kDay}, path_.substr(begin, end - begin)};
  }

  std::optional<UrlDate> day_at(std::size_t at) const {
    const Number first = number_at(path_, at);
    if (first.digits == 8)
      return made({first.value / 10000, first.value / 100 % 100, first.value % 100}, at, at + 8);
    if (first.digits == 0 || first.digits > 4 || !is_separator(after(at + first.digits)))
      return std::nullopt;
    const char separator = after(at + first.digits);
    const std::size_t month_begin = at + first.digits + 1;
    const Number month = month_at(path_, month_begin);
    const std::size_t month_end = month_begin + month.digits;
    if (month.value < 0 || after(month_end) != separator) return std::nullopt;
    const Number last = number_at(path_, month_end + 1);
    const std::size_t end = month_end + 1 + last.digits;
    const bool short_number = separator != '/' && is_digit(path_[month_begin]) && month.digits < 2;
    if (last.value < 0 || short_number) return std::nullopt;
    // "/2018/02/13-things" is no day; a title behind a day in one segment is usual.
    const bool ends =
        separator == '/' ? after(end) == '/' || after(end) == '.' : is_separator(after(end));
    if (!ends) return std::nullopt;
    if (first.digits == 4 && last.digits <= 2 && (separator == '/' || last.digits == 2))
      return made({first.value, month.value, last.value}, at, end);
    if (first.digits <= 2 && last.digits == 4)
      return made({last.value, month.value, first.value}, at, end);
    return std::nullopt;
  }

  // "-2018-02" may be part of a title or a number; "/2018/02/" is how systems file.
  std::optional<UrlDate> month_of_year_at(std::size_t at) const {
    const Number year = number_at(path_, at);
    if (path_[at - 1] != '/' || year.digits != 4 || !in_range(year.value) || after(at + 4) != '/')
      return std::nullopt;
    const Number month = month_at(path_, at + 5);
    if (month.value < 1 || month.value > 12 || after(at + 5 + month.digits) != '/')
      return std::nullopt;
    return UrlDate{{DateInterval::month(year.value, month.value), DatePrecision::kMonth},
                   path_.substr(at, 5 + month.digits)};
  }

  std::string_view path_;
  std::optional<UrlDate> month_;
};

// The page's own address in "https://web.archive.org/web/20160218174457/http://site/...".
std::string_view without_archive(std::string_view url) {
  const std::size_t mark = url.find("/web/");
  if (mark == std::string_view::npos || url.substr(0, mark).find("archive.org") == url.npos)
    return url;
  const std::size_t inner = url.find('/', mark + 5);
  return inner == std::string_view::npos ? std::string_view() : url.substr(inner + 1);
}

}  // namespace

std::optional<UrlDate> find_url_date(std::string_view url) {
  url = without_archive(url);
  const std::size_t scheme = url.find("://");
  const std::size_t path_at = url.find('/', scheme == url.npos ? 0 : scheme + 3);
  if (path_at == url.npos) return std::nullopt;
  std::string_view path = url.substr(path_at);
  path = path.substr(0, path.find_first_of("?#"));
  return Finder(path).run();
}

}  // namespace rapporteur
