// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words that mean several things ("us", "cat", "march"), decided by how and beside what they stand:
// data/search/ambiguous-words.tsv.
#pragma once

#include <rapporteur/answer.h>
#include <rapporteur/result.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/query/named_value.h"

namespace rapporteur {

// What such a word was taken for.
struct WordDecision {
  std::size_t token = 0;
  Reading chosen;               // facet "country", "body", "region", "month" or "word"
  std::vector<Reading> others;  // that it might have been
  bool plain = false;           // nothing to ask about: "Turkey", capitalised and as usual

  bool is(std::string_view facet, std::string_view value) const {
    return chosen.facet == facet && chosen.value == value;
  }
};

// Immutable; any thread.
class AmbiguousWords {
 public:
  static Result<AmbiguousWords> load();

  // One decision for each ambiguous word of the question, in order. The labels of readings are left
  // empty.
  std::vector<WordDecision> decide(const QuestionTokens& question) const;

 private:
  enum class When { kCapitals, kBefore, kAfter, kBeside, kNumber, kDefault };
  struct Rule {
    Reading reading;
    When when = When::kDefault;
    std::vector<std::string> words;  // folded; may be several in a row, joined by spaces
  };
  static bool holds(const Rule& rule, const QuestionTokens& question, std::size_t token,
                    bool capitals_tell, const std::string& spaced);

  std::unordered_map<std::string, std::vector<Rule>> rules_;  // by folded word
};

}  // namespace rapporteur
