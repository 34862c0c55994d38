// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines that are only a date: "13 Feb", "2 de junio", "13 февраля", "2月13日", "13.02.2018".
#pragma once

#include <string_view>

namespace rapporteur {

// What a line says as a date.
enum class DayLine {
  kNone,      // it is no date, or not only one
  kDay,       // a day and month without a year
  kWithYear,  // a date with its year: a day, or at least a month
};

// Judges one line of valid UTF-8. The names of months and weekdays are ICU's, in some seventy
// languages. Any thread; under a microsecond for lines without a digit or of more than 100 bytes.
DayLine day_line(std::string_view line);

}  // namespace rapporteur
