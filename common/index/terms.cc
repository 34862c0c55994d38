// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/terms.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdio>

#include "common/text/utf8.h"

namespace rapporteur {

namespace {

bool is_ascii(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string word_term(std::string_view prefix, std::string_view word) {
  std::string term(prefix);
  term += utf8_prefix(word, schema::kMaxTermBytes - prefix.size());
  return term;
}

std::string value_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  if (prefix.size() + value.size() <= schema::kMaxTermBytes) return term += value;
  const XXH128_hash_t hash = XXH3_128bits(value.data(), value.size());
  char digits[40];
  std::snprintf(digits, sizeof digits, " %016llx%016llx",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return term += digits;
}

}  // namespace

std::string_view word_to_stem(std::string_view text, const Tokens& tokens, const Token& token) {
  const std::string_view source = text.substr(token.begin, token.end - token.begin);
  return is_ascii(source) ? tokens.folded(token) : source;
}

std::string stem_term(std::string_view stem) {
  return word_term({}, stem);
}

std::string title_term(std::string_view stem) {
  return word_term({&schema::kTitlePrefix, 1}, stem);
}

std::string exact_term(std::string_view folded) {
  return word_term({&schema::kExactPrefix, 1}, folded);
}

std::string id_term(std::string_view id) {
  return value_term({&schema::kIdPrefix, 1}, id);
}

std::string source_term(std::string_view source) {
  return value_term({&schema::kSourcePrefix, 1}, source);
}

std::string facet_term(schema::Facet facet, std::string_view value) {
  for (const schema::FacetName& name : schema::kFacets) {
    if (name.facet == facet) return value_term(name.prefix, value);
  }
  return {};
}

std::string year_term(int year) {
  char term[16];
  std::snprintf(term, sizeof term, "%c%04d", schema::kYearPrefix, year);
  return term;
}

std::string month_term(int year, int month) {
  char term[32];
  std::snprintf(term, sizeof term, "%c%04d%02d", schema::kMonthPrefix, year, month);
  return term;
}

std::string day_term(CivilDate date) {
  char term[48];
  std::snprintf(term, sizeof term, "%c%04d%02d%02d", schema::kDayPrefix, date.year, date.month,
                date.day);
  return term;
}

std::vector<std::string> date_terms(const DateInterval& interval) {
  std::vector<std::string> terms;
  for (int year = interval.from.year; year <= interval.to.year; ++year) {
    terms.push_back(year_term(year));
    const int first = year == interval.from.year ? interval.from.month : 1;
    const int last = year == interval.to.year ? interval.to.month : 12;
    for (int month = first; month <= last; ++month) terms.push_back(month_term(year, month));
  }
  const std::int32_t first_day = days_from_civil(interval.from);
  const std::int32_t last_day = days_from_civil(interval.to);
  if (last_day - first_day >= schema::kMaxDayTerms) return terms;
  for (std::int32_t day = first_day; day <= last_day; ++day) {
    terms.push_back(day_term(civil_from_days(day)));
  }
  return terms;
}

std::string encode_day(CivilDate date) {
  const auto number = static_cast<std::uint32_t>(schema::kDayOffset + days_from_civil(date));
  return {static_cast<char>(number >> 24), static_cast<char>(number >> 16),
          static_cast<char>(number >> 8), static_cast<char>(number)};
}

std::optional<CivilDate> decode_day(std::string_view value) {
  if (value.size() != 4) return std::nullopt;
  std::uint32_t number = 0;
  for (const char byte : value) number = number << 8 | static_cast<unsigned char>(byte);
  const long days = static_cast<long>(number) - schema::kDayOffset;
  static const long kFirst = days_from_civil({1, 1, 1});
  static const long kLast = days_from_civil({9999, 12, 31});
  if (days < kFirst || days > kLast) return std::nullopt;
  return civil_from_days(static_cast<std::int32_t>(days));
}

std::string format_mark() {
  std::string mark;
  for (const std::string_view feature : schema::kFeatures) {
    if (!mark.empty()) mark += ' ';
    mark += feature;
  }
  return mark;
}

Result<void> check_format_mark(std::string_view mark, std::string_view folder) {
  if (mark.empty()) {
    return Error{ErrorCode::kNotAnIndex,
                 "\"" + std::string(folder) +
                     "\" is a Xapian database, but no index of rapporteur-index; name another "
                     "folder"};
  }
  while (!mark.empty()) {
    const std::size_t space = std::min(mark.find(' '), mark.size());
    const std::string_view feature = mark.substr(0, space);
    mark.remove_prefix(std::min(space + 1, mark.size()));
    if (std::find(schema::kFeatures.begin(), schema::kFeatures.end(), feature) ==
        schema::kFeatures.end()) {
      return Error{ErrorCode::kNotAnIndex,
                   "the index \"" + std::string(folder) + "\" uses the format feature \"" +
                       clean_utf8(feature) +
                       "\", which this version does not know; use a newer one, or index anew"};
    }
  }
  return {};
}

}  // namespace rapporteur
