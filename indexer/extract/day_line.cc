// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/day_line.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"

namespace rapporteur {

namespace {

constexpr std::size_t kLongestLine = 100;  // bytes

// Languages publications come in. Arabic has three sets of month names, hence its countries.
constexpr const char* kLocales[] = {
    "en", "en_GB", "fr", "es", "ru", "ar",    "zh",    "ja",    "ko",    "pt", "it",
    "de", "nl",    "sv", "da", "nb", "fi",    "is",    "pl",    "cs",    "sk", "hu",
    "ro", "bg",    "uk", "be", "sr", "hr",    "sl",    "mk",    "sq",    "el", "tr",
    "az", "ka",    "hy", "he", "fa", "ur",    "ps",    "hi",    "bn",    "ta", "te",
    "ml", "mr",    "gu", "pa", "ne", "si",    "th",    "lo",    "km",    "my", "id",
    "ms", "fil",   "sw", "am", "so", "ha",    "ca",    "eu",    "gl",    "lt", "lv",
    "et", "mn",    "kk", "ky", "uz", "tg",    "vi",    "ku",    "bs",    "af", "sr_Latn",
    "ti", "om",    "yo", "ig", "zu", "ar_LB", "ar_MA", "ar_DZ", "fr_CA", "rw", "mt"};

using Names = std::unordered_set<std::string>;

struct DateNames {
  Names months;
  Names weekdays;
};

void take(Names& names, const icu::UnicodeString* list, std::int32_t count) {
  for (std::int32_t i = 0; i < count; ++i) {
    std::string name;
    list[i].toUTF8String(name);
    while (!name.empty() && name.back() == '.') name.pop_back();
    name = fold(name);
    // Names of more than a word or with a number ("tháng 2", "2月") are read by their parts; those
    // of one or two Latin letters are too easily something else.
    if (name.size() < 3 || name.find_first_of(" 0123456789-") != std::string::npos) continue;
    names.insert(std::move(name));
  }
}

DateNames make_names() {
  using Symbols = icu::DateFormatSymbols;
  DateNames names;
  for (const char* locale : kLocales) {
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(icu::Locale((std::string(locale) + "@calendar=gregorian").c_str()),
                          status);
    if (U_FAILURE(status)) continue;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
        std::int32_t count = 0;
        const icu::UnicodeString* list = symbols.getMonths(count, context, width);
        take(names.months, list, count);
        list = symbols.getWeekdays(count, context, width);
        take(names.weekdays, list, count);
      }
    }
  }
  for (const char* part : {"月", "월", "thang"}) names.months.insert(part);
  return names;
}

const DateNames& date_names() {
  static const DateNames names = make_names();
  return names;
}

// A line's parts: numbers and words in order, and what stood between them.
struct Parts {
  struct Number {
    int value;
    int digits;
    char32_t before;  // the sign in front of it if nothing else stands between it and a number
  };
  std::vector<Number> numbers;
  std::vector<std::string> words;  // folded
};

bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z'
                  : u_isalpha(static_cast<UChar32>(c)) ||
                        (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool is_date_sign(char32_t c) {
  return is_space(c) || c == ',' || c == '.' || c == '/' || c == '-' || c == ':' || c == 0x2013 ||
         c == 0x060C || c == 0xBA || c == 0xAA || c == '(' || c == ')' || c == '|' || c == 0x200F ||
         c == 0x200E;
}

// CJK parts that follow a number, each a word of its own however they are written together.
bool is_cjk_date_part(char32_t c) {
  return c == U'年' || c == U'月' || c == U'日' || c == U'号' || c == U'號' || c == U'년' ||
         c == U'월' || c == U'일';
}

// False if the line holds something that no date does.
bool cut(std::string_view line, Parts& parts) {
  char32_t last_sign = 0;
  bool number_was_last = false;
  for (std::size_t position = 0; position < line.size();) {
    const std::size_t start = position;
    const char32_t c = next_code_point(line, position);
    if (const int digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0) {
      Parts::Number number{digit, 1, number_was_last ? last_sign : U'\0'};
      for (std::size_t next = position; next < line.size(); position = next) {
        const int more = u_charDigitValue(static_cast<UChar32>(next_code_point(line, next)));
        if (more < 0) break;
        number.value = number.value * 10 + more;
        if (++number.digits > 4) return false;
      }
      parts.numbers.push_back(number);
      number_was_last = true;
      last_sign = 0;
    } else if (is_cjk_date_part(c)) {
      parts.words.emplace_back(line.substr(start, position - start));
      number_was_last = false;
    } else if (is_letter(c)) {
      for (std::size_t next = position; next < line.size(); position = next) {
        const char32_t more = next_code_point(line, next);
        if (!is_letter(more) || is_cjk_date_part(more)) break;
      }
      parts.words.push_back(fold(line.substr(start, position - start)));
      number_was_last = false;
    } else if (is_date_sign(c)) {
      if (last_sign == 0 || is_space(last_sign)) last_sign = c;
    } else {
      return false;
    }
  }
  return !parts.numbers.empty() && parts.numbers.size() <= 5 && parts.words.size() <= 6;
}

bool is_year(const Parts::Number& number) {
  return number.digits == 4 && number.value >= 1900 && number.value <= 2100;
}

bool is_day(const Parts::Number& number) {
  return number.digits <= 2 && number.value >= 1 && number.value <= 31;
}

// "13.02.2018", "2018-02-13", "13/02/2018", with a time of day behind it or without.
DayLine numeric_date(const std::vector<Parts::Number>& numbers) {
  if (numbers.size() < 3 || numbers[1].before != numbers[2].before) return DayLine::kNone;
  const char32_t sign = numbers[1].before;
  if (sign != '.' && sign != '/' && sign != '-') return DayLine::kNone;
  if (!is_day(numbers[1])) return DayLine::kNone;
  const bool day_first = is_day(numbers[0]) && is_year(numbers[2]);
  const bool year_first = is_year(numbers[0]) && is_day(numbers[2]);
  return day_first || year_first ? DayLine::kWithYear : DayLine::kNone;
}

// Between the parts of a date: "2 de junio", "the 13th of February", "13 февраля 2018 г.".
bool is_connector(const std::string& word) {
  std::size_t letters = 0;
  for (const char c : word) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return letters <= 2 || word == "the" || word == "del";
}

}  // namespace

DayLine day_line(std::string_view line) {
  if (line.size() > kLongestLine || line.size() < 4) return DayLine::kNone;
  // A digit of any script: ASCII ones are seen at a glance, others only in lines with other bytes.
  if (std::none_of(line.begin(), line.end(),
                   [](char c) { return (c >= '0' && c <= '9') || (c & 0x80) != 0; })) {
    return DayLine::kNone;
  }
  Parts parts;
  if (!cut(line, parts)) return DayLine::kNone;

  int months = 0;
  const DateNames& names = date_names();
  for (const std::string& word : parts.words) {
    if (names.months.contains(word)) {
      ++months;
    } else if (!names.weekdays.contains(word) && !is_connector(word)) {
      return DayLine::kNone;
    }
  }
  if (months == 0) return numeric_date(parts.numbers);

  int days = 0;
  int years = 0;
  for (const Parts::Number& number : parts.numbers) {
    if (is_year(number)) {
      ++years;
    } else if (number.before != ':' && !is_day(number)) {
      if (number.value != 0) return DayLine::kNone;
    } else {
      ++days;
    }
  }
  if (years > 0) return DayLine::kWithYear;
  return days > 0 && days <= 4 ? DayLine::kDay : DayLine::kNone;
}

}  // namespace rapporteur
