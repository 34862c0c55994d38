// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parts that dates are made of, read off the tokens of a text: numbers, days, months, years and
// what stands between them. Part of the reader of dates, not meant for others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/dates/date_words.h"
#include "common/text/tokenizer.h"

namespace rapporteur {

// What stands between two tokens.
enum class GapKind : std::uint8_t {
  kNone,
  kSpace,
  kComma,
  kDot,
  kDash,
  kSlash,
  kBracket,
  kApostrophe,
  kOther,
};
struct Gap {
  GapKind kind = GapKind::kNone;
  bool spaced = false;
  int newlines = 0;
};

// A run of one to four decimal digits of any script.
struct NumberPart {
  int value = 0;
  int digits = 0;
};

// A day, month or year, and the index of the first token behind it.
struct DatePart {
  int value = 0;
  std::size_t next = 0;
};
struct MonthPart {
  int value = 0;
  std::size_t next = 0;
  bool cased = false;    // as MonthWord
  bool english = false;  // as MonthWord
};

// Reads parts at token positions; any index may be asked for, beyond the end there is nothing.
class DateParts {
 public:
  DateParts(std::string_view text, const Tokens& tokens)
      : text_(text), tokens_(tokens), words_(DateWords::get()) {}

  std::size_t size() const { return tokens_.list.size(); }
  const Token& token(std::size_t index) const { return tokens_.list[index]; }
  std::string_view folded(std::size_t index) const { return tokens_.folded(index); }

  // Between token index - 1 and token index; kOther at the ends of the text.
  Gap gap_before(std::size_t index) const;

  std::optional<NumberPart> number(std::size_t index) const;
  // "13", "13th", "1er", "13-го".
  std::optional<DatePart> day(std::size_t index) const;
  // "Feb", "شباط/فبراير" (two names of one month).
  std::optional<MonthPart> month(std::size_t index) const;
  // The year that follows a month which ends before `index`: "2018", ", 2018", "de 2018", "'18".
  std::optional<DatePart> year_behind(std::size_t index, std::size_t mention_first) const;
  // Takes in "года" and the like behind a year.
  std::size_t behind_year_mark(std::size_t index) const;

  bool role_at(DateRole role, std::size_t index) const {
    return words_.starting_at(role, tokens_, index) > 0;
  }
  bool role_before(DateRole role, std::size_t index) const {
    return words_.ending_before(role, tokens_, index) > 0;
  }
  // The index behind a phrase of `role` that starts at `index`, `index` itself if there is none.
  std::size_t skip(DateRole role, std::size_t index) const {
    return index + words_.starting_at(role, tokens_, index);
  }
  int weekday(std::size_t index) const { return words_.weekday(folded(index)); }

  // False where what stands right before a number makes it part of another one, of a document
  // symbol, a price or a version.
  bool starts_freely(std::size_t index) const;
  // The same for what stands right behind token index - 1.
  bool ends_freely(std::size_t index) const;
  // True if the token before `index` stands on the same line.
  bool text_before_on_line(std::size_t index) const;

 private:
  std::string_view text_;
  const Tokens& tokens_;
  const DateWords& words_;
};

}  // namespace rapporteur
