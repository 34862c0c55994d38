// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every phrase that tells a body, a session or a resolution, in one matcher: a text is read once
// for all of them.
#pragma once

#include <rapporteur/result.h>

#include <cstdint>
#include <vector>

#include "common/vocabulary/bodies.h"
#include "common/vocabulary/phrase_matcher.h"

namespace rapporteur {

// What a phrase of BodyPhrases is (PhraseValue::kind).
enum class BodyPhrase : std::uint16_t {
  kName,        // entry: index into Bodies::names()
  kContext,     // entry: index into Bodies::contexts()
  kTreatyWord,  // entry: index into Bodies::treaty_words()
  kSession,     // "session"
  kSpecial,     // "special session"
  kNumber,      // "thirty"; entry: its value
  kTimes,       // "hundred"; entry: its value
  kJoiner,      // between two numbers
  kFiller,      // between a number and "session"
  kOwner,       // behind "session": whose it is follows
  kWork,        // "report": of the body that follows
  kAt,          // before a number: "at its"
  kResolution,
  kDecision,
  kCase,           // who complained, in a decision
  kCommitteeWord,  // speaks for a committee; entry: index into Bodies::all(), flags: weight
};

// Immutable once made; safe from any thread. `bodies` is copied (it shares its data).
class BodyPhrases {
 public:
  static Result<BodyPhrases> make(const Bodies& bodies);

  const Bodies& bodies() const { return bodies_; }
  // Words are in WordForm::kName.
  const PhraseMatcher& matcher() const { return matcher_; }

 private:
  explicit BodyPhrases(const Bodies& bodies) : bodies_(bodies) {}

  Bodies bodies_;
  PhraseMatcher matcher_;
};

inline BodyPhrase kind_of(const PhraseMatch& match) {
  return static_cast<BodyPhrase>(match.value.kind);
}

}  // namespace rapporteur
