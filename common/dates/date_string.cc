// SPDX-License-Identifier: GPL-2.0-or-later
//
// Strings that are one date: what JSONL records, HTML heads and feeds hold.
#include "common/dates/date_text.h"
#include "common/dates/date_words.h"
#include "common/text/utf8.h"

namespace rapporteur {

namespace {

constexpr std::size_t kLongestDateString = 200;  // bytes

ParsedDate parsed(const DateInterval& interval) {
  ParsedDate date{interval, DatePrecision::kRange};
  if (interval.from == interval.to) {
    date.precision = DatePrecision::kDay;
  } else if (interval == DateInterval::month(interval.from.year, interval.from.month)) {
    date.precision = DatePrecision::kMonth;
  } else if (interval == DateInterval::year(interval.from.year)) {
    date.precision = DatePrecision::kYear;
  }
  return date;
}

// "20180213", "20180213102030".
std::optional<DateInterval> parse_compact(std::string_view text) {
  if (text.size() != 8 && text.size() != 14) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
  }
  std::string iso(text.substr(0, 8));
  iso.insert(6, "-").insert(4, "-");
  return parse_iso_interval(iso);
}

// What may stand beside a date: numbers of a clock, zones, weekdays. `index` moves behind it.
bool take_clock_part(const Tokens& tokens, std::size_t& index) {
  const DateWords& words = DateWords::get();
  const std::string_view word = tokens.folded(index);
  if (const std::size_t length = words.starting_at(DateRole::kClock, tokens, index)) {
    index += length;
    return true;
  }
  const bool number = word.size() <= 6 && word.find_first_not_of("0123456789") == word.npos;
  if (!number && words.weekday(word) < 0) return false;
  ++index;
  return true;
}

// The bytes of `rest` are a clock: numbers only behind a sign of one, no other words.
bool is_clock(std::string_view rest) {
  thread_local Tokenizer tokenizer;
  Tokens tokens;
  tokenizer.tokenize(rest, tokens);
  bool has_colon = rest.find(':') != rest.npos;
  for (std::size_t i = 0; i < tokens.list.size();) {
    const char first = tokens.folded(i).front();
    const bool number = first >= '0' && first <= '9';
    const bool hour_word = i + 1 < tokens.list.size() &&
                           DateWords::get().starting_at(DateRole::kClock, tokens, i + 1) > 0;
    if (number && !has_colon && !hour_word) return false;
    if (number) has_colon = true;
    if (!take_clock_part(tokens, i)) return false;
  }
  return true;
}

}  // namespace

std::optional<ParsedDate> parse_date_string(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > kLongestDateString) return std::nullopt;
  if (const auto iso = parse_iso_interval(text)) return parsed(*iso);
  if (const auto compact = parse_compact(text)) return parsed(*compact);
  const std::vector<DateMention> mentions = find_dates(text);
  if (mentions.size() != 1 || !mentions.front().has_year) return std::nullopt;
  const DateMention& mention = mentions.front();
  if (!is_clock(text.substr(0, mention.begin)) || !is_clock(text.substr(mention.end))) {
    return std::nullopt;
  }
  return parsed(mention.interval);
}

}  // namespace rapporteur
