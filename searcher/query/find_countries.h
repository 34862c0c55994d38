// SPDX-License-Identifier: GPL-2.0-or-later
//
// Countries in questions: any letter case, every language at once, places and adjectives too.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/vocabulary/countries.h"
#include "common/vocabulary/phrase_matcher.h"
#include "searcher/query/named_value.h"

namespace rapporteur {

// Immutable; any thread.
class CountryFinder {
 public:
  // `plain_words`: folded words that need the capitals of the name to count.
  CountryFinder(const Countries& countries, const std::unordered_set<std::string>& plain_words);

  // Appends what is found. A name of several countries gives all of them, unless it is the very
  // name of one.
  void find(const QuestionTokens& question, std::vector<NamedValue>& found) const;

 private:
  struct Phrase {
    std::string code;
    bool needs_capitals = false;
    bool is_place = false;  // gives way to a country that is called the same
    bool is_none = false;   // "New Jersey": only blocks what it holds
  };
  struct Names {
    std::vector<Phrase> phrases;
    PhraseMatcher matcher;

    void add(const std::vector<CountryName>& names, const Countries& countries,
             const std::unordered_set<std::string>& plain_words);
  };
  // Those in all the languages take longer to make than most programs search: they are made when
  // the first question that is not in Latin letters comes.
  struct State {
    Countries countries;
    std::unordered_set<std::string> plain_words;
    Names latin;
    std::once_flag all_once;
    Names all;
  };
  const Names& names_for(const QuestionTokens& question) const;

  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
