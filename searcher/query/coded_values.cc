// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/coded_values.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <charconv>

#include "common/record/record_names.h"
#include "common/text/utf8.h"
#include "searcher/facets/fields.h"

namespace rapporteur {

namespace {

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string english_name(const char* language) {
  icu::UnicodeString name;
  icu::Locale(language).getDisplayLanguage(icu::Locale::getEnglish(), name);
  std::string text;
  return fold(name.toUTF8String(text));
}

}  // namespace

std::optional<std::string> session_value(const Bodies& bodies, std::string_view typed) {
  const std::size_t gap = typed.find_last_of("- ");
  if (gap == std::string_view::npos) return std::nullopt;
  const auto body = bodies.index_of(trim(typed.substr(0, gap)));
  if (!body) return std::nullopt;
  std::string_view digits = typed.substr(gap + 1);
  const bool special = digits.starts_with('s') || digits.starts_with('S');
  if (special) digits.remove_prefix(1);
  const auto number = whole_number(digits);
  if (!number || *number < 1) return std::nullopt;
  return bodies.all()[*body].id + (special ? "-S" : "-") + std::to_string(*number);
}

std::optional<std::string> language_value(std::string_view typed) {
  constexpr std::size_t kLongestCode = 3;
  const std::string folded = fold(typed);
  if (folded.size() <= kLongestCode && *uloc_getISO3Language(folded.c_str()) != '\0') return folded;
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    if (english_name(*code) == folded) return *code;
  }
  return std::nullopt;
}

std::optional<std::string> kind_value(std::string_view typed) {
  std::string folded = fold(typed);
  if (!find_name(kRecordKinds, folded)) return std::nullopt;
  return folded;
}

std::optional<std::string> year_value(std::string_view typed) {
  constexpr int kLastYear = 9999;
  if (fold(typed) == kUndatedValue) return std::string(kUndatedValue);
  const auto year = whole_number(typed);
  if (!year || *year < 1 || *year > kLastYear) return std::nullopt;
  return std::to_string(*year);
}

}  // namespace rapporteur
