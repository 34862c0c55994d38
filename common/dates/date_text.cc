// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/dates/date_text.h"

#include <algorithm>

#include "common/dates/date_grammar.h"
#include "common/dates/han_dates.h"

namespace rapporteur {

std::optional<DateInterval> in_year(const DateMention& mention, int year) {
  if (mention.has_year) return mention.interval;
  DateInterval interval = mention.interval;
  interval.from.year += year;
  interval.to.year += year;
  if (mention.precision == DatePrecision::kMonth) {
    interval.to.day = last_day_of_month(interval.to.year, interval.to.month);
  }
  if (!is_valid(interval.from) || !is_valid(interval.to)) return std::nullopt;
  return interval;
}

void find_dates(std::string_view text, const Tokens& tokens, std::vector<DateMention>& mentions) {
  const auto first = static_cast<std::ptrdiff_t>(mentions.size());
  std::vector<DateMention> han;
  find_han_dates(text, han);
  DateGrammar(text, tokens).find_all(mentions);
  if (han.empty()) return;
  // What the characters say wins over what the digits alone seem to be.
  const auto in_han = [&](const DateMention& mention) {
    const auto next = std::partition_point(han.begin(), han.end(), [&](const DateMention& other) {
      return other.end <= mention.begin;
    });
    return next != han.end() && next->begin < mention.end;
  };
  mentions.erase(std::remove_if(mentions.begin() + first, mentions.end(), in_han), mentions.end());
  const auto middle = mentions.insert(mentions.end(), han.begin(), han.end());
  std::inplace_merge(mentions.begin() + first, middle, mentions.end(),
                     [](const DateMention& a, const DateMention& b) { return a.begin < b.begin; });
}

std::vector<DateMention> find_dates(std::string_view text) {
  thread_local Tokenizer tokenizer;
  Tokens tokens;
  tokenizer.tokenize(text, tokens);
  std::vector<DateMention> mentions;
  find_dates(text, tokens, mentions);
  return mentions;
}

}  // namespace rapporteur
