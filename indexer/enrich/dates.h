// SPDX-License-Identifier: GPL-2.0-or-later
//
// When the publications of a page came out. What a page states is taken (a <time>, a date line, a
// dateline, its head, its address); the year of "13 Feb" and of an article without any date is
// inferred from what the page speaks of and from its other pieces. Each kind of evidence has a
// weight, and where no year clearly leads the piece stays undated: a wrong date is worse than none.
#pragma once

#include <optional>
#include <vector>

#include "common/record/record.h"
#include "common/text/tokenizer.h"
#include "indexer/enrich/cut_text.h"
#include "indexer/enrich/date_evidence.h"
#include "indexer/enrich/word_ids.h"
#include "indexer/extract/page.h"
#include "indexer/split/piece.h"

namespace rapporteur {

// What is known beside the page itself.
struct DateContext {
  std::vector<TimeHints> hints;  // by piece; may be fewer than the pieces
  // Years of other pages of the same site, if a run has them; they only tip the balance.
  std::vector<int> site_years;
};

// Remembers words: one object a thread.
class DateResolver {
 public:
  // A date for each piece, in their order. `evidence` of an inferred date is what is printed, "; ",
  // what gave the year: "13 Feb; HRC 37". No date starts after page.captured.
  std::vector<std::optional<RecordDate>> resolve(const Page& page, const std::vector<Piece>& pieces,
                                                 const DateContext& context = {});

  // The same in two steps, for whoever has cut the pieces: read() each, then resolve them together.
  PieceEvidence read(const Piece& piece, const CutText& text, const TimeHints& hints);
  std::vector<std::optional<RecordDate>> resolve(const Page& page, const std::vector<Piece>& pieces,
                                                 std::vector<PieceEvidence> evidence,
                                                 const std::vector<int>& site_years = {}) const;

 private:
  WordIds anniversary_words_;
  Tokenizer by_dictionary_;  // for scripts without spaces
};

}  // namespace rapporteur
