// SPDX-License-Identifier: GPL-2.0-or-later
//
// The years of the day lines of a page. A list of teasers runs from the newest to the oldest (or
// the other way round), so its lines share one unknown: the year of the first. Where the months
// jump, New Year lies between.
#pragma once

#include <rapporteur/date_interval.h>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/enrich/date_evidence.h"

namespace rapporteur {

// One day line of a page, in page order.
struct DayLine {
  DateMention mention;
  std::vector<DateEvidence> spoken_of;  // by its piece
};

// How much the rest of the page speaks for publications within an interval (0..1), and the words
// that say so.
struct PageSupport {
  double weight = 0.0;
  std::string label;
};
using PageView = std::function<PageSupport(const DateInterval&)>;

// What was found for a day line.
struct DatedLine {
  DateInterval interval;
  std::string because;  // what gave the year; empty if it was printed
};

// The days of `lines`; nullopt where no year is clearly the best. `years` are the candidates for
// any of them, `page` is asked about the span of each list, `possible` about each day (no day
// after the capture).
std::vector<std::optional<DatedLine>> resolve_day_lines(
    const std::vector<DayLine>& lines, const std::set<int>& years, const PageView& page,
    const std::function<bool(const DateInterval&)>& possible);

}  // namespace rapporteur
