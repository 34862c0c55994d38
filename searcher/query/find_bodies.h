// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bodies and their sessions in questions: "HRC 40", "40th session of the Human Rights Council",
// "NGO Committee".
#pragma once

#include <rapporteur/result.h>

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/vocabulary/bodies.h"
#include "common/vocabulary/phrase_matcher.h"
#include "searcher/query/named_value.h"

namespace rapporteur {

// Immutable; any thread.
class BodyFinder {
 public:
  // Reads the words that tell sessions (data/bodies/session-words.tsv).
  static Result<BodyFinder> load(const Bodies& bodies,
                                 const std::unordered_set<std::string>& plain_words);

  // Appends bodies and sessions. A body whose session is named is told by the session.
  void find(const QuestionTokens& question, std::vector<NamedValue>& found) const;

 private:
  struct Phrase {
    std::uint16_t body = BodyName::kNoBody;
    bool needs_capitals = false;
  };
  struct Span {
    std::size_t first = 0;
    std::size_t length = 0;
    std::string session;
  };
  int number_at(const QuestionTokens& question, std::size_t at) const;
  Span with_session(const QuestionTokens& question, const PhraseMatch& match,
                    const Body& body) const;

  std::vector<Body> bodies_;
  std::vector<Phrase> phrases_;
  PhraseMatcher matcher_;
  std::unordered_set<std::string> session_words_;      // folded, single words
  std::unordered_map<std::string, int> number_words_;  // "fortieth"
};

}  // namespace rapporteur
