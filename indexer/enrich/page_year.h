// SPDX-License-Identifier: GPL-2.0-or-later
//
// The year of pieces that print no date of their own: what they speak of, weighed against the dated
// pieces they stand among.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "common/record/record.h"
#include "indexer/enrich/date_evidence.h"
#include "indexer/extract/page.h"

namespace rapporteur {

// How much the time at which a page was captured speaks for a list whose newest day is in `span`:
// the start page of a site shows what is weeks old.
double capture_support(const DateInterval& captured, const DateInterval& span);

// The year in a notice such as "© 2012-2018", the last one; 0 if the page has none.
int copyright_year(const Page& page);

// Gathers a page's years, then answers for its undated pieces.
class PageYear {
 public:
  explicit PageYear(const std::optional<RecordDate>& captured) : captured_(captured) {}

  // A piece that has its date.
  void add_dated(const DateInterval& date);
  // An undated piece, known by `id`, that may tell of its neighbours' year.
  void add_undated(std::size_t id, const std::vector<DateEvidence>& spoken_of);

  // The year of an undated piece. A piece `on_its_own` is judged by its words alone: a featured
  // teaser may be older than its page.
  std::optional<RecordDate> infer(std::size_t id, const PieceEvidence& evidence,
                                  bool on_its_own) const;

 private:
  double dated_support(int year) const;

  std::optional<RecordDate> captured_;
  std::optional<DateInterval> dated_;  // from the oldest to the newest piece
  std::map<std::size_t, std::map<int, double>> undated_;
};

}  // namespace rapporteur
