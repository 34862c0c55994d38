// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/dates/date_grammar.h"

namespace rapporteur {

namespace {

constexpr int kFirstBareYear = 1900;
constexpr int kLastBareYear = 2100;
constexpr int kLongestYearSpan = 100;

bool is_range_gap(const Gap& gap) {
  return gap.kind == GapKind::kDash && gap.newlines == 0;
}

}  // namespace

DateGrammar::Reading DateGrammar::of_days(int year, int month, int first_day, int last_day) const {
  Reading reading;
  reading.from = {year, month, first_day};
  reading.to = {year, month, last_day};
  reading.precision = first_day == last_day ? DatePrecision::kDay : DatePrecision::kRange;
  reading.has_year = year != 0;
  return reading;
}

// Days exist, and the interval does not run backwards. Year 0 is a leap year, as is wanted there.
bool DateGrammar::is_sound(const Reading& reading) {
  const auto exists = [](const CivilDate& date) {
    return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= last_day_of_month(date.year, date.month);
  };
  return exists(reading.from) && exists(reading.to) && reading.from <= reading.to;
}

DateMention DateGrammar::to_mention(const Reading& reading) const {
  DateMention mention;
  mention.interval = {reading.from, reading.to};
  mention.precision = reading.precision;
  mention.has_year = reading.has_year;
  mention.begin = parts_.token(reading.first).begin;
  mention.end = parts_.token(reading.next - 1).end;
  std::size_t before = reading.first;
  if (before > 1 && parts_.skip(DateRole::kArticle, before - 1) == before) --before;
  if (before > 0 && parts_.gap_before(before).newlines <= 1 &&
      parts_.gap_before(before).kind != GapKind::kOther &&
      parts_.token(before - 1).letter_case != LetterCase::kMixed) {
    mention.weekday = static_cast<std::int8_t>(parts_.weekday(before - 1));
    if (mention.weekday >= 0) mention.begin = parts_.token(before - 1).begin;
  }
  return mention;
}

void DateGrammar::find_all(std::vector<DateMention>& mentions) const {
  for (std::size_t index = 0; index < parts_.size();) {
    const Found found = read_at(index);
    if (!found) {
      ++index;
      continue;
    }
    mentions.push_back(to_mention(*found));
    index = found->next;
  }
}

DateGrammar::Found DateGrammar::read_at(std::size_t index) const {
  if (Found found = read_simple(index, false)) {
    if (found->precision != DatePrecision::kYear) return with_second_date(*found);
    return found;
  }
  if (!parts_.number(index)) return std::nullopt;
  if (Found found = read_year_span(index)) return found;
  return read_bare_year(index);
}

DateGrammar::Found DateGrammar::read_simple(std::size_t index, bool joined) const {
  if (parts_.number(index)) {
    if (Found found = read_numeric(index, joined)) return found;
    return read_day_first(index, joined);
  }
  return read_month_first(index);
}

DatePart DateGrammar::last_day(DatePart first) const {
  DatePart last = first;
  for (bool closed = false; !closed;) {
    std::size_t at = last.next;
    const Gap gap = parts_.gap_before(at);
    bool comma = false;
    if (is_range_gap(gap) || (gap.kind == GapKind::kSlash && !gap.spaced)) {
      closed = true;
    } else if (gap.kind == GapKind::kComma && gap.spaced) {
      comma = true;
    } else if ((gap.kind == GapKind::kSpace || gap.kind == GapKind::kDot) && gap.spaced &&
               gap.newlines == 0) {  // "26. bis 28. März"
      std::size_t behind = parts_.skip(DateRole::kTo, at);
      if (behind == at) behind = parts_.skip(DateRole::kAnd, at);
      if (behind == at) break;
      at = parts_.skip(DateRole::kArticle, behind);
      closed = true;
    } else {
      break;
    }
    const auto next = parts_.day(at);
    if (!next || next->value <= last.value) return first;
    last = *next;
    // A list of days ends with "and" or a dash; "paragraphs 2, 13 February" is none.
    if (comma && parts_.month(last.next)) return first;
  }
  return last;
}

DateGrammar::Found DateGrammar::read_day_first(std::size_t index, bool joined) const {
  const auto first = parts_.day(index);
  if (!first || (!joined && !parts_.starts_freely(index))) return std::nullopt;
  const DatePart last = last_day(*first);
  std::size_t at = last.next;
  const Gap gap = parts_.gap_before(at);
  if (gap.newlines > 1) return std::nullopt;
  if (gap.kind == GapKind::kSpace) {
    at = parts_.skip(DateRole::kOf, at);
  } else if (gap.kind == GapKind::kNone || gap.kind == GapKind::kOther ||
             gap.kind == GapKind::kComma || gap.kind == GapKind::kBracket ||
             (gap.spaced && gap.kind != GapKind::kDot)) {
    return std::nullopt;
  }
  const auto month = parts_.month(at);
  if (!month) return std::nullopt;
  const auto year = parts_.year_behind(month->next, index);
  if (!year && month->cased) return std::nullopt;
  // "13. Februar" is a date, "under paragraph 13. February was" is none.
  const bool german_start = index == 0 || parts_.role_before(DateRole::kArticle, index);
  if (!year && gap.kind == GapKind::kDot && month->english && !german_start) return std::nullopt;
  Reading reading = of_days(year ? year->value : 0, month->value, first->value, last.value);
  reading.first = index;
  reading.next = year ? year->next : month->next;
  return is_sound(reading) ? Found(reading) : std::nullopt;
}

DateGrammar::Found DateGrammar::read_month_first(std::size_t index) const {
  const auto month = parts_.month(index);
  if (!month || !parts_.starts_freely(index)) return std::nullopt;
  if (Found found = read_month_span(index, *month)) return found;
  if (Found found = read_month_day(index, *month)) return found;
  const auto year = parts_.year_behind(month->next, index);
  if (!year) return std::nullopt;
  Reading reading =
      of_days(year->value, month->value, 1, last_day_of_month(year->value, month->value));
  reading.precision = DatePrecision::kMonth;
  reading.first = index;
  reading.next = year->next;
  return reading;
}

// "January-March 2018", "June and July 2018", "de junio a septiembre de 2018".
DateGrammar::Found DateGrammar::read_month_span(std::size_t index, const MonthPart& first) const {
  std::size_t at = first.next;
  const Gap gap = parts_.gap_before(at);
  if (gap.kind == GapKind::kSpace) {
    std::size_t behind = parts_.skip(DateRole::kTo, at);
    if (behind == at) behind = parts_.skip(DateRole::kAnd, at);
    if (behind == at) return std::nullopt;
    at = behind;
  } else if (gap.kind != GapKind::kDash && gap.kind != GapKind::kSlash) {
    return std::nullopt;
  }
  const auto second = parts_.month(at);
  if (!second || second->value == first.value) return std::nullopt;
  const auto year = parts_.year_behind(second->next, index);
  if (!year) return std::nullopt;
  Reading reading;
  reading.from = {second->value < first.value ? year->value - 1 : year->value, first.value, 1};
  reading.to = {year->value, second->value, last_day_of_month(year->value, second->value)};
  reading.precision = DatePrecision::kRange;
  reading.first = index;
  reading.next = year->next;
  return reading;
}

// "February 13", "May 13-15, 2018".
DateGrammar::Found DateGrammar::read_month_day(std::size_t index, const MonthPart& month) const {
  const Gap gap = parts_.gap_before(month.next);
  if (gap.newlines > 0 || (gap.kind != GapKind::kSpace && gap.kind != GapKind::kDot &&
                           !(gap.kind == GapKind::kDash && !gap.spaced))) {
    return std::nullopt;
  }
  const auto first = parts_.day(month.next);
  if (!first) return std::nullopt;
  DatePart last = last_day(*first);
  // "February 13 and 14 people", "March 5 to 6 April": the second number is not ours.
  if (parts_.month(last.next)) last = *first;
  const auto year = parts_.year_behind(last.next, index);
  if (!year && (!month.english || month.cased || !parts_.ends_freely(last.next))) {
    return std::nullopt;
  }
  Reading reading = of_days(year ? year->value : 0, month.value, first->value, last.value);
  reading.first = index;
  reading.next = year ? year->next : last.next;
  return is_sound(reading) ? Found(reading) : std::nullopt;
}

DateGrammar::Found DateGrammar::read_numeric(std::size_t index, bool joined) const {
  const auto a = parts_.number(index);
  const auto b = parts_.number(index + 1);
  if (!a || (!joined && !parts_.starts_freely(index))) return std::nullopt;
  const Gap gap = parts_.gap_before(index + 1);
  if (gap.spaced) return std::nullopt;
  if (gap.kind != GapKind::kDash && gap.kind != GapKind::kSlash && gap.kind != GapKind::kDot) {
    return std::nullopt;
  }
  Reading reading;
  reading.first = index;
  const auto c = parts_.number(index + 2);
  const bool three =
      c && parts_.gap_before(index + 2).kind == gap.kind && !parts_.gap_before(index + 2).spaced;
  if (three) reading.next = index + 3;
  if (a->digits == 4 && three && (b ? b->digits <= 2 : parts_.month(index + 1).has_value())) {
    const int month = b ? b->value : parts_.month(index + 1)->value;  // 2018-Feb-13
    reading.from = reading.to = {a->value, month, c->digits <= 2 ? c->value : 0};
  } else if (b && three && a->digits <= 2 && b->digits <= 2 &&
             (c->digits == 4 || (c->digits == 2 && gap.kind == GapKind::kSlash && a->digits == 2 &&
                                 b->digits == 2))) {
    // ASA 21/05/91 is a document.
    if (c->digits == 2 && index > 0 && parts_.gap_before(index).kind == GapKind::kSpace &&
        parts_.token(index - 1).letter_case == LetterCase::kUpper) {
      return std::nullopt;
    }
    const int year = c->digits == 4 ? c->value : c->value + (c->value < 70 ? 2000 : 1900);
    reading.from = reading.to = {year, b->value, a->value};
    if (b->value > 12) reading.from = reading.to = {year, a->value, b->value};
  } else if (b && !three && a->digits == 4 && b->digits == 2 && gap.kind == GapKind::kDash &&
             b->value >= 1 && b->value <= 12 && b->value != (a->value + 1) % 100) {
    reading.from = {a->value, b->value, 1};
    reading.to = {a->value, b->value, last_day_of_month(a->value, b->value)};
    reading.precision = DatePrecision::kMonth;
    reading.next = index + 2;
  } else {
    return std::nullopt;
  }
  const int year = reading.from.year;
  if (year < 1000 || year > kLastBareYear || !is_sound(reading)) return std::nullopt;
  // An ISO day may run on into its time: 2018-02-13T10:20.
  const bool time_follows =
      a->digits == 4 && three && reading.next < parts_.size() && parts_.folded(reading.next) == "t";
  if (!time_follows && !parts_.ends_freely(reading.next)) return std::nullopt;
  return reading;
}

// "2015-2018", "2015/16".
DateGrammar::Found DateGrammar::read_year_span(std::size_t index) const {
  const auto a = parts_.number(index);
  const auto b = parts_.number(index + 1);
  if (!a || !b || a->digits != 4 || !parts_.starts_freely(index)) return std::nullopt;
  const Gap gap = parts_.gap_before(index + 1);
  const bool slash = gap.kind == GapKind::kSlash && !gap.spaced;
  if (!is_range_gap(gap) && !slash) return std::nullopt;
  int last = b->value;
  if (b->digits == 2 && !gap.spaced) {
    last += a->value / 100 * 100;
    if (last < a->value) last += 100;
    if (last - a->value > (slash ? 1 : 10)) return std::nullopt;
  } else if (b->digits != 4) {
    return std::nullopt;
  }
  if (a->value < kFirstBareYear || last > kLastBareYear || last <= a->value ||
      last - a->value > kLongestYearSpan || !parts_.ends_freely(index + 2) ||
      parts_.role_before(DateRole::kNumberBefore, index)) {
    return std::nullopt;
  }
  Reading reading;
  reading.from = {a->value, 1, 1};
  reading.to = {last, 12, 31};
  reading.precision = DatePrecision::kRange;
  reading.first = index;
  reading.next = parts_.behind_year_mark(index + 2);
  return reading;
}

DateGrammar::Found DateGrammar::read_bare_year(std::size_t index) const {
  const auto year = parts_.number(index);
  if (!year || year->digits != 4 || year->value < kFirstBareYear || year->value > kLastBareYear ||
      !parts_.starts_freely(index) || parts_.role_before(DateRole::kNumberBefore, index)) {
    return std::nullopt;
  }
  const bool said_to_be_one = parts_.role_before(DateRole::kIn, index);
  if (!said_to_be_one && parts_.role_at(DateRole::kNumberAfter, index + 1)) return std::nullopt;
  // A phone number: +41 22 919 2018
  if (index > 1 && parts_.gap_before(index).kind == GapKind::kSpace && parts_.number(index - 1) &&
      parts_.number(index - 2)) {
    return std::nullopt;
  }
  Reading reading;
  reading.first = index;
  reading.from = {year->value, 1, 1};
  reading.to = {year->value, 12, 31};
  reading.precision = DatePrecision::kYear;
  reading.next = index + 1;
  const bool glued = reading.next < parts_.size() &&
                     parts_.token(reading.next).glue != Glue::kNone &&
                     parts_.role_at(DateRole::kDecade, reading.next);
  if (glued && year->value % 10 == 0) {
    reading.to.year += 9;
    reading.precision = DatePrecision::kRange;
    ++reading.next;
    return reading;
  }
  if (!parts_.ends_freely(reading.next) && parts_.behind_year_mark(reading.next) == reading.next) {
    return std::nullopt;
  }
  reading.next = parts_.behind_year_mark(reading.next);
  return reading;
}

// "26 February to 23 March 2018": joins a date to the one that follows it.
DateGrammar::Found DateGrammar::with_second_date(Reading reading) const {
  const Gap gap = parts_.gap_before(reading.next);
  std::size_t at = reading.next;
  bool listed = false;
  if (gap.kind == GapKind::kSpace && gap.newlines == 0) {
    at = parts_.skip(DateRole::kTo, at);
    if (at == reading.next) {
      at = parts_.skip(DateRole::kAnd, at);
      listed = true;
    }
    if (at == reading.next) return reading;
    at = parts_.skip(DateRole::kArticle, at);
  } else if (!is_range_gap(gap)) {
    return reading;
  }
  Found second = read_simple(at, true);
  if (!second || second->precision != reading.precision) return reading;
  if (second->has_year && !reading.has_year) {
    const int year = second->from.year;
    reading.from.year = reading.to.year = year;
    if (reading.from > second->from) reading.from.year = reading.to.year = year - 1;
    if (!is_sound(reading)) return reading;
    reading.has_year = true;
  } else if (!second->has_year) {
    if (listed) return reading;  // two days, each on its own
    second->from.year += reading.from.year;
    second->to.year += reading.from.year;
    if (second->from < reading.from) {
      ++second->from.year;
      ++second->to.year;
    }
  }
  // "between 13 May and", "between the 13th of May and"
  std::size_t before = reading.first;
  if (before > 0 && parts_.skip(DateRole::kArticle, before - 1) == before) --before;
  const bool between = parts_.role_before(DateRole::kBetween, before);
  if (listed && !between) return reading;
  Reading joined = reading;
  joined.to = second->to;
  joined.precision = DatePrecision::kRange;
  joined.next = second->next;
  return is_sound(joined) ? Found(joined) : Found(reading);
}

}  // namespace rapporteur
