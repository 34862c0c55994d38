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
#include "searcher/query/ambiguous_words.h"
#include "searcher/query/named_value.h"

namespace rapporteur {

// Immutable; any thread.
class BodyFinder {
 public:
  // Reads the words that tell sessions (data/bodies/session-words.tsv).
  static Result<BodyFinder> load(const Bodies& bodies);

  // Appends bodies and sessions. A body whose session is named is told by the session. Names that
  // mean other things as well count in capitals or beside one of their context words; an acronym
  // beside words of treaties ("ratification of CEDAW") is the convention. Words that `decisions`
  // take for something else are none. `choices` says what was decided.
  void find(const QuestionTokens& question, const std::vector<WordDecision>& decisions,
            std::vector<NamedValue>& found, std::vector<Choice>& choices) const;

 private:
  struct Phrase {
    std::uint16_t body = BodyName::kNoBody;
    bool needs_capitals = false;  // or one of its contexts
    bool may_be_treaty = false;
    std::vector<std::uint16_t> contexts;
  };
  struct Span {
    std::size_t first = 0;
    std::size_t length = 0;
    std::string session;
  };
  struct NumberWord {
    int value = 0;
    bool times = false;  // "hundred": multiplies what stands before it
  };
  // What of the question lets a name count.
  struct Surroundings {
    std::unordered_set<std::uint32_t> contexts;
    bool treaty = false;
  };
  bool counts(const QuestionTokens& question, const PhraseMatch& match,
              const std::vector<WordDecision>& decisions, const Surroundings& surroundings) const;
  // How many tokens at `at` are a word for session; 0: none.
  std::size_t session_word_at(const QuestionTokens& question, std::size_t at) const;
  // A number at tokens [first, first + length): digits, or words that belong together.
  struct Number {
    std::size_t length = 0;  // 0: there is none
    int value = 0;
    bool is_bare = false;  // digits and nothing behind them: "40", not "40th" or "fortieth"
  };
  Number number_at(const QuestionTokens& question, std::size_t first) const;
  Span with_session(const QuestionTokens& question, const PhraseMatch& match,
                    const Body& body) const;

  std::vector<Body> bodies_;
  std::vector<Phrase> phrases_;
  PhraseMatcher matcher_;
  std::unordered_set<std::string> session_words_;             // folded, single words
  std::unordered_map<std::string, NumberWord> number_words_;  // "fortieth"
};

}  // namespace rapporteur
