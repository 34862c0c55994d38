// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the words of a piece tell about the day on which it came out: a date it states for itself,
// and the dates, sessions and anniversaries it speaks of.
#pragma once

#include <rapporteur/date_interval.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/date_text.h"
#include "common/vocabulary/phrase_matcher.h"
#include "indexer/split/piece.h"

namespace rapporteur {

// A session whose days are known.
struct SessionSpan {
  std::string id;  // "HRC-37"
  DateInterval interval;
};

// What the subjects of a piece tell of its time.
struct TimeHints {
  std::vector<SessionSpan> sessions;  // that it names
  std::optional<SessionSpan> own;     // the one that its own symbol gives
  bool adopted = false;     // it was adopted at `own`; else it was written for that session
  bool tells_case = false;  // it decides on a complaint: the days it tells of are years older
};

enum class EvidenceKind : std::uint8_t { kDay, kMonth, kRange, kYear, kSession, kAnniversary };

// One thing a piece speaks of that has a time.
struct DateEvidence {
  EvidenceKind kind = EvidenceKind::kDay;
  DateInterval interval;
  std::string label;  // the words: "31 January 2018", "HRC 37"
};

// A date that stands for the piece itself: its day line, the dateline it opens with ("Geneva, 12
// February 2018 –"), "Published on ...".
struct StatedDate {
  DateMention mention;  // may lack the year
  std::string label;
};

struct PieceEvidence {
  std::optional<StatedDate> day_line;   // from Piece::day_line
  std::optional<StatedDate> dateline;   // from the text
  std::optional<DateEvidence> session;  // what the piece's own session says of its days
  std::vector<DateEvidence> spoken_of;
  bool tells_case = false;
};

// A part of a piece, cut into words.
struct DatedWords {
  std::string_view text;
  const Tokens& tokens;                               // of either kind of Tokenizer
  std::span<const PhraseMatcher::WordId> in_phrases;  // by token: anniversary_word()
};

// What a piece says in its title and in its text up to the signatories.
PieceEvidence read_evidence(const Piece& piece, const DatedWords& title, const DatedWords& body,
                            const TimeHints& hints);

// How much (0..1) one piece of evidence speaks for a publication within `published`. A text mostly
// tells of what has just been and of what will soon be: support falls with the days between, faster
// towards the future.
double support(const DateEvidence& evidence, const DateInterval& published);

// The same for several, each on its own adding to what the others leave open (1 - product of
// doubts). `strongest`, if not null, is set to the one that says most where any does.
double support(const std::vector<DateEvidence>& evidence, const DateInterval& published,
               const DateEvidence** strongest);

// Whether the best of several readings may be believed: it has support, and the second best has
// clearly less. A wrong date is worse than none.
bool clearly_leads(double best, double second);

}  // namespace rapporteur
