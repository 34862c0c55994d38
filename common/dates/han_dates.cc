// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/dates/han_dates.h"

#include <array>
#include <optional>

#include "common/text/utf8.h"

namespace rapporteur {

namespace {

constexpr std::string_view kYearSign = "年";
constexpr std::string_view kMonthSign = "月";
constexpr std::array<std::string_view, 3> kDaySigns = {"日", "号", "號"};
constexpr std::array<std::string_view, 9> kRangeSigns = {"至", "到", "-", "–", "—",
                                                         "－", "～", "~", "〜"};

// The value of a digit of any form, 10 for 十, else -1.
int digit_value(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
  switch (c) {
    case U'〇':
    case U'零':
    case U'○':
      return 0;
    case U'一':
      return 1;
    case U'二':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    case U'十':
      return 10;
    default:
      return -1;
  }
}

// Walks over the text; every take_ function moves only if it finds its part.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::size_t position = 0;

  bool take(std::string_view sign) {
    std::size_t at = skip_spaces(position);
    if (text_.substr(at, sign.size()) != sign) return false;
    position = at + sign.size();
    return true;
  }

  template <std::size_t kCount>
  bool take_any(const std::array<std::string_view, kCount>& signs) {
    for (const std::string_view sign : signs) {
      if (take(sign)) return true;
    }
    return false;
  }

  // A number with a sign behind it: 2018年, 十二月.
  template <typename TakeSign>
  std::optional<int> take_number(TakeSign take_sign) {
    const std::size_t start = position;
    std::size_t at = skip_spaces(position);
    int value = 0;
    int digits = 0;
    bool has_ten = false;
    while (at < text_.size() && digits < 5) {
      std::size_t next = at;
      const int digit = digit_value(next_code_point(text_, next));
      if (digit < 0) break;
      if (digit == 10) {
        if (has_ten || digits > 1) return std::nullopt;
        value = (digits == 0 ? 1 : value) * 10;
        has_ten = true;
      } else {
        value = has_ten ? value + digit : value * 10 + digit;
      }
      ++digits;
      at = next;
    }
    position = at;
    if (digits > 0 && digits < 5 && take_sign()) return value;
    position = start;
    return std::nullopt;
  }

  std::optional<int> take_year(bool sign_needed = true) {
    const std::size_t start = position;
    const auto year = take_number([&] { return take(kYearSign) || !sign_needed; });
    if (year && *year >= 1000 && *year <= 2100) return year;
    position = start;
    return std::nullopt;
  }
  std::optional<int> take_month() {
    return take_number([&] { return take(kMonthSign); });
  }
  std::optional<int> take_day() {
    return take_number([&] { return take_any(kDaySigns); });
  }

 private:
  std::size_t skip_spaces(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at;
  }

  std::string_view text_;
};

struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
};

std::optional<DateMention> to_mention(const Parts& parts) {
  DateMention mention;
  mention.has_year = parts.year != 0;
  if (parts.month == 0) {
    mention.interval = DateInterval::year(parts.year);
    mention.precision = DatePrecision::kYear;
    return mention;
  }
  if (parts.month > 12) return std::nullopt;
  if (parts.day == 0) {
    mention.interval = DateInterval::month(parts.year, parts.month);
    mention.precision = DatePrecision::kMonth;
    return mention;
  }
  if (parts.day < 1 || parts.day > last_day_of_month(parts.year, parts.month)) return std::nullopt;
  mention.interval = DateInterval::day({parts.year, parts.month, parts.day});
  return mention;
}

// Year, month and day, as many as there are; a month without a year needs its day.
std::optional<Parts> take_parts(Reader& reader) {
  Parts parts;
  const std::size_t start = reader.position;
  parts.year = reader.take_year().value_or(0);
  parts.month = reader.take_month().value_or(0);
  if (parts.month != 0) parts.day = reader.take_day().value_or(0);
  if (parts.year != 0 || parts.day != 0) return parts;
  reader.position = start;
  return std::nullopt;
}

// The second half of a range: what it does not repeat is as in the first.
std::optional<Parts> take_second(Reader& reader, const Parts& first) {
  const std::size_t start = reader.position;
  if (reader.take_any(kRangeSigns)) {
    Parts second = first;
    const auto year = reader.take_year();
    if (year) second.year = *year;
    const auto month = first.month != 0 ? reader.take_month() : std::nullopt;
    if (month) second.month = *month;
    const auto day = first.day != 0 ? reader.take_day() : std::nullopt;
    if (day) second.day = *day;
    const bool same_kind = first.day != 0     ? day.has_value()
                           : first.month != 0 ? month.has_value()
                                              : year.has_value();
    if (same_kind) return second;
  }
  reader.position = start;
  return std::nullopt;
}

// Where a number that ends at `end` starts.
std::size_t number_start(std::string_view text, std::size_t end, std::size_t floor) {
  std::size_t start = end;
  while (start > floor && text[start - 1] == ' ') --start;
  for (int digits = 0; start > floor && digits < 5; ++digits) {
    std::size_t at = start - 1;
    while (at > floor && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    std::size_t next = at;
    if (digit_value(next_code_point(text, next)) < 0) break;
    start = at;
  }
  while (start < end && text[start] == ' ') ++start;
  return start;
}

}  // namespace

void find_han_dates(std::string_view text, std::vector<DateMention>& mentions) {
  std::size_t floor = 0;
  for (std::size_t from = 0;;) {
    std::size_t sign = text.find(kYearSign, from);
    const std::size_t month_sign = text.substr(0, sign).find(kMonthSign, from);
    if (month_sign != std::string_view::npos) sign = month_sign;
    if (sign == std::string_view::npos) return;
    from = sign + kYearSign.size();
    Reader reader(text);
    reader.position = number_start(text, sign, floor);
    std::size_t begin = reader.position;
    const auto first = take_parts(reader);
    if (!first) continue;
    auto mention = to_mention(*first);
    if (!mention) continue;
    if (const auto second = take_second(reader, *first)) {
      if (auto last = to_mention(*second); last && mention->interval.from <= last->interval.to) {
        mention->interval.to = last->interval.to;
        mention->precision = DatePrecision::kRange;
      }
    } else if (first->month == 0) {
      // 2015至2018年: the first year lacks its sign.
      for (const std::string_view range : kRangeSigns) {
        if (begin < floor + range.size() || !text.substr(0, begin).ends_with(range)) continue;
        Reader earlier(text);
        earlier.position = number_start(text, begin - range.size(), floor);
        const std::size_t earlier_begin = earlier.position;
        const auto year = earlier.take_year(false);
        if (year && *year < first->year && earlier.position == begin - range.size()) {
          mention->interval.from = {*year, 1, 1};
          mention->precision = DatePrecision::kRange;
          begin = earlier_begin;
        }
        break;
      }
    }
    mention->begin = static_cast<std::uint32_t>(begin);
    mention->end = static_cast<std::uint32_t>(reader.position);
    mentions.push_back(*mention);
    from = floor = reader.position;
  }
}

}  // namespace rapporteur
