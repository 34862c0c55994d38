// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/dates/date_parts.h"

#include "common/text/utf8.h"

namespace rapporteur {

namespace {

GapKind punctuation(char32_t c) {
  switch (c) {
    case ',':
    case 0x060C:
    case 0xFF0C:
      return GapKind::kComma;
    case '.':
      return GapKind::kDot;
    case '-':
    case 0x2212:
    case '~':
      return GapKind::kDash;
    case '/':
    case 0x2044:
      return GapKind::kSlash;
    case '(':
    case ')':
      return GapKind::kBracket;
    case '\'':
    case 0x2018:
    case 0x2019:
      return GapKind::kApostrophe;
    default:
      return c >= 0x2010 && c <= 0x2015 ? GapKind::kDash : GapKind::kOther;
  }
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

// Two-digit years: 1970 to 2069.
int full_year(int two_digits) {
  return two_digits < 70 ? 2000 + two_digits : 1900 + two_digits;
}

}  // namespace

Gap DateParts::gap_before(std::size_t index) const {
  if (index == 0 || index >= size()) return {GapKind::kOther, true, 0};
  const std::string_view between =
      text_.substr(token(index - 1).end, token(index).begin - token(index - 1).end);
  if (between == " ") return {GapKind::kSpace, true, 0};
  Gap gap;
  for (std::size_t at = 0; at < between.size();) {
    const char32_t c = next_code_point(between, at);
    if (c == '\n') ++gap.newlines;
    if (is_space(c)) {
      gap.spaced = true;
      continue;
    }
    if (c == 0x200E || c == 0x200F) continue;  // direction marks
    const GapKind kind = punctuation(c);
    if (gap.kind == GapKind::kNone ||
        (gap.kind == GapKind::kDot && (kind == GapKind::kComma || kind == GapKind::kDash))) {
      gap.kind = kind;
    } else if (gap.kind == GapKind::kBracket && kind == GapKind::kComma) {
      continue;
    } else {
      gap.kind = GapKind::kOther;
    }
  }
  if (gap.kind == GapKind::kNone && gap.spaced) gap.kind = GapKind::kSpace;
  return gap;
}

std::optional<NumberPart> DateParts::number(std::size_t index) const {
  if (index >= size()) return std::nullopt;
  const std::string_view digits = folded(index);
  const auto first = static_cast<unsigned char>(digits.front());
  NumberPart number;
  if (first < 0x80) {
    if (digits.size() > 4) return std::nullopt;
    for (const char c : digits) {
      if (!is_ascii_digit(c)) return std::nullopt;
      number.value = number.value * 10 + (c - '0');
      ++number.digits;
    }
    return number;
  }
  if ((first != 0xD9 && first != 0xDB) || digits.size() > 8) return std::nullopt;
  for (std::size_t at = 0; at < digits.size(); ++number.digits) {
    const char32_t c = next_code_point(digits, at);
    int digit = -1;
    if (c >= 0x0660 && c <= 0x0669) digit = static_cast<int>(c - 0x0660);
    if (c >= 0x06F0 && c <= 0x06F9) digit = static_cast<int>(c - 0x06F0);
    if (digit < 0) return std::nullopt;
    number.value = number.value * 10 + digit;
  }
  return number;
}

std::optional<DatePart> DateParts::day(std::size_t index) const {
  const auto value = number(index);
  if (!value || value->digits > 2 || value->value < 1 || value->value > 31) return std::nullopt;
  std::size_t next = index + 1;
  if (next < size() && (token(next).glue == Glue::kDigits || token(next).glue == Glue::kHyphen) &&
      role_at(DateRole::kOrdinal, next)) {
    ++next;
  }
  return DatePart{value->value, next};
}

std::optional<MonthPart> DateParts::month(std::size_t index) const {
  const MonthWord word = words_.month_at(tokens_, index);
  if (word.month == 0) return std::nullopt;
  MonthPart part{word.month, index + word.tokens, word.cased, word.english};
  const Gap gap = gap_before(part.next);
  if (gap.kind == GapKind::kSlash || gap.kind == GapKind::kBracket ||
      (gap.kind == GapKind::kDash && !gap.spaced)) {
    const MonthWord other = words_.month_at(tokens_, part.next);
    if (other.month == word.month) part.next += other.tokens;
  }
  return part;
}

std::size_t DateParts::behind_year_mark(std::size_t index) const {
  if (index >= size()) return index;
  const GapKind kind = gap_before(index).kind;
  if (kind != GapKind::kSpace && kind != GapKind::kNone && kind != GapKind::kDash) return index;
  return skip(DateRole::kYearMark, index);
}

std::optional<DatePart> DateParts::year_behind(std::size_t index, std::size_t mention_first) const {
  if (index >= size()) return std::nullopt;
  Gap gap = gap_before(index);
  std::size_t at = index;
  if (gap.kind == GapKind::kSpace) {
    const std::size_t behind_of = skip(DateRole::kOf, index);
    if (behind_of != index && behind_of < size()) {
      at = behind_of;
      gap = gap_before(at);
    }
  }
  // A date that fills the front of its line ends there: what follows is another line.
  if (gap.newlines > 1 || (gap.newlines == 1 && !text_before_on_line(mention_first))) {
    return std::nullopt;
  }
  const auto value = number(at);
  if (!value) return std::nullopt;
  if (gap.kind == GapKind::kApostrophe && value->digits == 2) {
    return DatePart{full_year(value->value), at + 1};
  }
  const bool joined = gap.kind == GapKind::kSpace || gap.kind == GapKind::kComma ||
                      gap.kind == GapKind::kDot || gap.kind == GapKind::kBracket ||
                      ((gap.kind == GapKind::kDash || gap.kind == GapKind::kSlash) && !gap.spaced);
  if (!joined) return std::nullopt;
  if (value->digits == 2 && gap.kind == GapKind::kDash && gap_before(index - 1).kind == gap.kind) {
    return DatePart{full_year(value->value), at + 1};  // 13-Feb-18
  }
  if (value->digits != 4 || value->value < 1000 || value->value > 2100) return std::nullopt;
  if (value->value % 100 == 0 && role_at(DateRole::kNumberAfter, at + 1)) return std::nullopt;
  return DatePart{value->value, behind_year_mark(at + 1)};
}

bool DateParts::starts_freely(std::size_t index) const {
  const Token& first = token(index);
  if (first.begin == 0) return true;
  const bool digits_before = index > 0 && number(index - 1).has_value();
  if (first.glue == Glue::kDigits) {
    // Arabic writes "and" and prepositions without a space.
    const auto before = static_cast<unsigned char>(folded(index - 1).front());
    return (before == 0xD9 || before == 0xD8) && folded(index - 1).size() <= 4;
  }
  switch (text_[first.begin - 1]) {
    case '/':
    case '\\':
    case '$':
    case '#':
    case '+':
    case '_':
    case '=':
    case '&':
    case '@':
      return false;
    case '.':
    case ',':
    case ':':
    case '-':
      return !digits_before;
    default:
      break;
  }
  const std::string_view before = text_.substr(0, first.begin);
  for (const std::string_view mark : {"€", "£", "¥", "№"}) {
    if (before.ends_with(mark)) return false;
  }
  return true;
}

bool DateParts::ends_freely(std::size_t index) const {
  const std::size_t end = token(index - 1).end;
  if (end >= text_.size()) return true;
  const char next = text_[end];
  const bool digit_follows = end + 1 < text_.size() && is_ascii_digit(text_[end + 1]);
  if (next == '%' || next == '/' || next == '_' || next == '=' || next == '@') return false;
  if ((next == '.' || next == ',' || next == ':') && digit_follows) return false;
  if (next == '-' && digit_follows) return false;
  return index >= size() || token(index).glue != Glue::kDigits;
}

bool DateParts::text_before_on_line(std::size_t index) const {
  return index > 0 && gap_before(index).newlines == 0;
}

}  // namespace rapporteur
