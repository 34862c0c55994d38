// SPDX-License-Identifier: GPL-2.0-or-later
//
// What times a question asks for: the dates in it and the words around them.
#include <algorithm>
#include <array>

#include "common/dates/date_text.h"
#include "common/dates/date_words.h"
#include "common/dates/relative_dates.h"
#include "common/text/utf8.h"

namespace rapporteur {

namespace {

// How the words around a date change what it stands for.
enum class Bound { kWithin, kSince, kAfter, kBefore, kUntil };

CivilDate day_after(CivilDate date, int days) {
  return civil_from_days(days_from_civil(date) + days);
}

DateInterval apply(Bound bound, const DateInterval& interval) {
  switch (bound) {
    case Bound::kSince:
      return {interval.from, kOpenFuture};
    case Bound::kAfter:
      return {day_after(interval.to, 1), kOpenFuture};
    case Bound::kBefore:
      return {kOpenPast, day_after(interval.from, -1)};
    case Bound::kUntil:
      return {kOpenPast, interval.to};
    case Bound::kWithin:
      break;
  }
  return interval;
}

// What stands between the ends of a period: "2014-05..2015-02", "May 2014 – June 2015".
bool is_span(std::string_view gap) {
  static constexpr std::array<std::string_view, 8> kSpans = {"-", "~", "–", "—",
                                                             "‑", "…", "→", "～"};
  return std::find(kSpans.begin(), kSpans.end(), gap) != kSpans.end();
}

// "2014..2016" as "2014 ~2016", byte for byte: a number behind a full stop is no year elsewhere.
std::string with_plain_spans(std::string_view text) {
  std::string plain(text);
  for (std::size_t at = plain.find(".."); at != std::string::npos; at = plain.find("..", at)) {
    const std::size_t end = std::min(plain.find_first_not_of('.', at), plain.size());
    std::fill(plain.begin() + static_cast<std::ptrdiff_t>(at),
              plain.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    plain[end - 1] = '~';
    at = end;
  }
  return plain;
}

// Reads one question.
class QuestionReader {
 public:
  QuestionReader(std::string text, const Tokens& tokens)
      : text_(std::move(text)), tokens_(tokens), words_(DateWords::get()) {
    find_dates(text_, tokens, mentions_);
    std::erase_if(mentions_, [](const DateMention& mention) { return !mention.has_year; });
    for (std::size_t i = 0; i < mentions_.size(); ++i) take_month_behind(i);
  }

  std::vector<QuestionDate> read() {
    std::vector<QuestionDate> dates;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      DateMention mention = mentions_[i];
      const std::size_t begin = lead_in_start(first_token(mention));
      const bool between = role_before(DateRole::kBetween, begin);
      if (i + 1 < mentions_.size() && joins(mention, mentions_[i + 1], between) &&
          mention.interval.from <= mentions_[i + 1].interval.to) {
        mention.interval.to = mentions_[i + 1].interval.to;
        mention.precision = DatePrecision::kRange;
        mention.end = mentions_[i + 1].end;
        ++i;
      }
      dates.push_back(with_words(mention));
    }
    return dates;
  }

 private:
  // "2010 june": words of a question stand in any order. "2010 May 2011" is another year's May.
  void take_month_behind(std::size_t i) {
    DateMention& mention = mentions_[i];
    if (mention.precision != DatePrecision::kYear) return;
    const std::size_t at = token_from(mention.end);
    if (at >= tokens_.list.size()) return;
    const std::string_view gap =
        std::string_view(text_).substr(mention.end, tokens_.list[at].begin - mention.end);
    const MonthWord month = words_.month_at(tokens_, at);
    if (month.month == 0 || trim(gap) != "" || gap.empty()) return;
    if (month.cased && tokens_.list[at].letter_case == LetterCase::kLower) return;
    const Token& last = tokens_.list[at + month.tokens - 1];
    if (i + 1 < mentions_.size() && mentions_[i + 1].begin < last.end) return;
    mention.interval = DateInterval::month(mention.interval.from.year, month.month);
    mention.precision = DatePrecision::kMonth;
    mention.end = last.end;
  }

  std::size_t first_token(const DateMention& mention) const { return token_from(mention.begin); }
  std::size_t token_from(std::uint32_t byte) const {
    const auto token = std::partition_point(tokens_.list.begin(), tokens_.list.end(),
                                            [&](const Token& t) { return t.begin < byte; });
    return static_cast<std::size_t>(token - tokens_.list.begin());
  }
  bool role_before(DateRole role, std::size_t index) const {
    return words_.ending_before(role, tokens_, index) > 0;
  }
  // Articles, "the year" and the like in front of a date do not part it from what leads in.
  std::size_t lead_in_start(std::size_t index) const {
    for (int steps = 0; steps < 3; ++steps) {
      std::size_t length = words_.ending_before(DateRole::kYearWord, tokens_, index);
      if (length == 0) length = words_.ending_before(DateRole::kArticle, tokens_, index);
      if (length == 0) break;
      index -= length;
    }
    return index;
  }

  // True if "to" (or "and" behind "between") and nothing else joins two dates.
  bool joins(const DateMention& first, const DateMention& second, bool between) const {
    std::size_t index = token_from(first.end);
    const std::size_t end = lead_in_start(first_token(second));
    if (index >= end) {
      const std::string_view gap =
          std::string_view(text_).substr(first.end, second.begin - first.end);
      return index == first_token(second) && is_span(trim(gap));
    }
    std::size_t length = words_.starting_at(DateRole::kTo, tokens_, index);
    if (length == 0 && between) length = words_.starting_at(DateRole::kAnd, tokens_, index);
    return length > 0 && index + length >= end;
  }

  QuestionDate with_words(const DateMention& mention) const {
    QuestionDate date{mention.interval, mention.begin, mention.end};
    Bound bound = Bound::kWithin;
    if (!read_chinese(mention, bound, date)) read_spaced(mention, bound, date);
    date.interval = apply(bound, mention.interval);
    return date;
  }

  void read_spaced(const DateMention& mention, Bound& bound, QuestionDate& date) const {
    const std::size_t start = first_token(mention);
    const std::size_t lead = lead_in_start(start);
    const bool range = mention.precision == DatePrecision::kRange;
    std::size_t words_begin = start;
    const auto take = [&](DateRole role, Bound meaning) {
      const std::size_t length = words_.ending_before(role, tokens_, lead);
      if (length == 0) return false;
      words_begin = lead - length;
      bound = meaning;
      return true;
    };
    if (range &&
        (take(DateRole::kBetween, Bound::kWithin) || take(DateRole::kFrom, Bound::kWithin) ||
         take(DateRole::kSince, Bound::kWithin))) {
      // the whole range is meant
    } else if (take(DateRole::kBefore, Bound::kBefore) || take(DateRole::kAfter, Bound::kAfter) ||
               take(DateRole::kUntil, Bound::kUntil) || take(DateRole::kSince, Bound::kSince)) {
      // one side is open
    } else if (!take(DateRole::kIn, Bound::kWithin) && lead != start) {
      words_begin = lead;
    }
    if (words_begin != start) date.begin = tokens_.list[words_begin].begin;
    if (bound != Bound::kWithin) return;
    const std::size_t behind = token_from(mention.end);
    const auto take_behind = [&](DateRole role, Bound meaning) {
      const std::size_t length = words_.starting_at(role, tokens_, behind);
      if (length == 0) return;
      date.end = tokens_.list[behind + length - 1].end;
      bound = meaning;
      // "from 2015 onwards"
      const std::size_t from = words_.ending_before(DateRole::kFrom, tokens_, lead);
      if (from > 0) date.begin = tokens_.list[lead - from].begin;
    };
    take_behind(DateRole::kSinceBehind, Bound::kSince);
    take_behind(DateRole::kBeforeBehind, Bound::kUntil);
  }

  // Chinese words touch the date. False if there are none.
  bool read_chinese(const DateMention& mention, Bound& bound, QuestionDate& date) const {
    const std::string_view before = std::string_view(text_).substr(0, mention.begin);
    const std::string_view behind = std::string_view(text_).substr(mention.end);
    bool found = false;
    const auto take_before = [&](DateRole role) {
      for (const std::string& word : words_.chinese(role)) {
        if (!before.ends_with(word)) continue;
        date.begin = mention.begin - static_cast<std::uint32_t>(word.size());
        return found = true;
      }
      return false;
    };
    const auto take_behind = [&](DateRole role) {
      for (const std::string& word : words_.chinese(role)) {
        if (!behind.starts_with(word)) continue;
        date.end = mention.end + static_cast<std::uint32_t>(word.size());
        return found = true;
      }
      return false;
    };
    const bool range = mention.precision == DatePrecision::kRange;
    const bool since = take_before(DateRole::kSince) || take_before(DateRole::kFrom);
    if (since && !range) bound = Bound::kSince;
    if (!since && take_before(DateRole::kUntil)) bound = Bound::kUntil;
    if (!found) take_before(DateRole::kBetween);
    if (take_behind(DateRole::kBetweenBehind)) return true;
    if (take_behind(DateRole::kSinceBehind)) {
      bound = Bound::kSince;
    } else if (take_behind(DateRole::kBeforeBehind)) {
      bound = Bound::kBefore;
    } else if (take_behind(DateRole::kAfterBehind)) {
      bound = since ? Bound::kSince : Bound::kAfter;
    }
    return found;
  }

  std::string text_;
  const Tokens& tokens_;
  const DateWords& words_;
  std::vector<DateMention> mentions_;
};

}  // namespace

std::vector<QuestionDate> find_question_dates(std::string_view text, CivilDate today) {
  thread_local Tokenizer tokenizer;
  Tokens tokens;
  tokenizer.tokenize(text, tokens);
  std::vector<QuestionDate> dates = QuestionReader(with_plain_spans(text), tokens).read();
  if (is_valid(today)) find_relative_dates(text, tokens, today, dates);
  std::stable_sort(dates.begin(), dates.end(),
                   [](const QuestionDate& a, const QuestionDate& b) { return a.begin < b.begin; });
  // Words may have been claimed twice; the first date keeps them.
  for (std::size_t i = 1; i < dates.size(); ++i) {
    dates[i].begin = std::max(dates[i].begin, dates[i - 1].end);
  }
  std::erase_if(dates, [](const QuestionDate& date) {
    return date.begin >= date.end || !is_valid(date.interval.from) || !is_valid(date.interval.to);
  });
  return dates;
}

}  // namespace rapporteur
