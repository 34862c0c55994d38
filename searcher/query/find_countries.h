// SPDX-License-Identifier: GPL-2.0-or-later
//
// Countries in questions: any letter case, every language at once, places and adjectives too.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "common/vocabulary/countries.h"
#include "common/vocabulary/phrase_matcher.h"
#include "searcher/query/ambiguous_words.h"
#include "searcher/query/named_value.h"

namespace rapporteur {

// Immutable; any thread.
class CountryFinder {
 public:
  explicit CountryFinder(const Countries& countries);

  // Appends what is found. A name of several countries means the one that the other words speak for
  // (data/countries/cues.tsv), else all of them, unless it is the very name of one and only a place
  // in another; `choices` says which was taken. Words that `decisions` take for something else are
  // none.
  void find(const QuestionTokens& question, const std::vector<WordDecision>& decisions,
            std::vector<NamedValue>& found, std::vector<Choice>& choices) const;

 private:
  struct Phrase {
    std::string code;
    bool needs_capitals = false;
    bool is_place = false;     // gives way to a country that is called the same
    bool is_none = false;      // "New Jersey": only blocks what it holds
    bool keeps_words = false;  // says more than its country does: "Xinjiang", "Uyghurs"
    bool is_group = false;     // "the Koreas": all of its countries are meant
  };
  struct Names {
    std::vector<Phrase> phrases;
    PhraseMatcher matcher;

    void add(const std::vector<CountryName>& names, const Countries& countries);
  };
  // Those in all the languages take longer to make than most programs search: they are made when
  // the first question that is not in Latin letters comes.
  struct State {
    Countries countries;
    Names latin;
    std::once_flag all_once;
    Names all;
  };
  const Names& names_for(const QuestionTokens& question) const;
  // Decides between all the names at one place.
  void take(const QuestionTokens& question, const Names& names,
            const std::vector<PhraseMatch>& matches, std::vector<NamedValue>& found,
            std::vector<Choice>& choices) const;
  bool is_person(const QuestionTokens& question, const PhraseMatch& match) const;
  bool is_spoken_for(const QuestionTokens& question, const PhraseMatch& match,
                     std::string_view code) const;

  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
