// SPDX-License-Identifier: GPL-2.0-or-later
//
// Dates as people write them, in English, French, Spanish, Russian, Arabic, Chinese, German,
// Portuguese and Italian: "13 February 2018", "du 26 au 28 mars", "١٣ شباط/فبراير ٢٠١٨",
// "2018年2月13日", "13/02/2018", "2015-2018". The names are data/dates/months.tsv and markers.tsv.
//
// All functions are safe from any thread and never fail: what is no date is not found. Texts are
// valid UTF-8 under 4 GiB.
#pragma once

#include <rapporteur/date_interval.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/record/record.h"
#include "common/text/tokenizer.h"

namespace rapporteur {

// A date expression in a text.
struct DateMention {
  // With a printed year: the days it covers. Without one ("13 Feb", "28 December to 3 January") the
  // years are 0, and 1 for the end of a range over New Year; in_year() gives the real days.
  DateInterval interval;
  DatePrecision precision = DatePrecision::kDay;
  bool has_year = true;
  std::int8_t weekday = -1;  // printed right before it: 0 Monday .. 6 Sunday; -1: none
  std::uint32_t begin = 0;   // byte range in the text, the weekday included
  std::uint32_t end = 0;
};

// The days of a mention without a year, if its first day lies in `year`; nullopt for 29 February of
// a common year. A mention with a year is returned as it is.
std::optional<DateInterval> in_year(const DateMention& mention, int year);

// All dates of `text` in order, never overlapping, appended to `mentions`. `tokens` are the text's
// own, of either kind of Tokenizer. Bare years count from 1900 to 2100 and only where nothing says
// that they are another number ("resolution 2005/82", "para. 1999", "2000 people", "1,999");
// years beside a month or day from 1000 on. "03/04/2018" is the third of April; months are read
// first only where that is the one possible reading ("02/13/2018"). Month names alone are no dates.
void find_dates(std::string_view text, const Tokens& tokens, std::vector<DateMention>& mentions);
std::vector<DateMention> find_dates(std::string_view text);

// A whole string that is one date.
struct ParsedDate {
  DateInterval interval;
  DatePrecision precision = DatePrecision::kDay;
  bool operator==(const ParsedDate&) const = default;
};

// Reads a string that holds one date with its year and nothing else but a weekday, a time and a
// zone: "2018", "2018-02", "21 Nov 1997", "February 13, 2018", "2018-02-13T23:30:00-05:00" (the day
// as written, zones are not applied), "20180213", "Tue, 13 Feb 2018 10:20:30 +0100". nullopt for
// anything else, impossible days included.
std::optional<ParsedDate> parse_date_string(std::string_view text);

// The bounds of an interval that is open at one side.
inline constexpr CivilDate kOpenPast{1000, 1, 1};
inline constexpr CivilDate kOpenFuture{9999, 12, 31};

// A time that a question asks for.
struct QuestionDate {
  DateInterval interval;    // open sides end at kOpenPast, kOpenFuture
  std::uint32_t begin = 0;  // byte range in the question, words such as "since" included
  std::uint32_t end = 0;
};

// The times a question names: every date with a year, "since 2015", "before 2010", "after May
// 2016", "between 2010 and 2012", "from 2015 to 2018", "in March 2021", "2015-2018", "last year",
// "in the last 5 years" (relative to `today`), in the six UN languages. In order, never
// overlapping. Days and months without a year are left to the words.
std::vector<QuestionDate> find_question_dates(std::string_view text, CivilDate today);

}  // namespace rapporteur
