// SPDX-License-Identifier: GPL-2.0-or-later
//
// How the parts of a date follow each other in languages that put spaces between words. Part of the
// reader of dates, not meant for others.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/dates/date_parts.h"
#include "common/dates/date_text.h"

namespace rapporteur {

// Finds the dates of one text, left to right; at each place the longest reading wins.
class DateGrammar {
 public:
  DateGrammar(std::string_view text, const Tokens& tokens) : parts_(text, tokens) {}

  // Appends what is found, in order.
  void find_all(std::vector<DateMention>& mentions) const;

 private:
  // A date that covers the tokens [first, next).
  struct Reading {
    CivilDate from;
    CivilDate to;
    DatePrecision precision = DatePrecision::kDay;
    bool has_year = true;
    std::size_t first = 0;
    std::size_t next = 0;
  };
  using Found = std::optional<Reading>;

  Found read_at(std::size_t index) const;
  // `joined`: the date before it leads up to it, so a dash in front does no harm.
  Found read_simple(std::size_t index, bool joined) const;
  Found read_day_first(std::size_t index, bool joined) const;
  Found read_month_first(std::size_t index) const;
  Found read_month_span(std::size_t index, const MonthPart& first) const;
  Found read_month_day(std::size_t index, const MonthPart& month) const;
  Found read_numeric(std::size_t index, bool joined) const;
  Found read_year_span(std::size_t index) const;
  Found read_bare_year(std::size_t index) const;
  Found with_second_date(Reading reading) const;

  // The last of several days ("26-28", "12, 13 and 14") and the index behind; as given if there is
  // only one.
  DatePart last_day(DatePart first) const;
  Reading of_days(int year, int month, int first_day, int last_day) const;
  static bool is_sound(const Reading& reading);
  DateMention to_mention(const Reading& reading) const;

  DateParts parts_;
};

}  // namespace rapporteur
