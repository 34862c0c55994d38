// SPDX-License-Identifier: GPL-2.0-or-later
//
// Function words, which say nothing of what is asked: data/search/stop-words.tsv.
#pragma once

#include <rapporteur/result.h>

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/text/tokenizer.h"

namespace rapporteur {

// Immutable; any thread.
class StopWords {
 public:
  static Result<StopWords> load();

  // Which of `words` are function words: English ones always; and those of the language that has
  // most of the words, if it has more of them than English (twice as many if it is none of
  // `languages`, those of the index, the most frequent first), and two at least or is the first of
  // these: so "die" in an English question is a word. Elided words count in every language:
  // "don't", "l'".
  std::vector<bool> marked(const Tokens& words, const std::vector<std::string>& languages) const;

  // True for a function word of any language.
  bool is_in_any_list(std::string_view folded) const;

  // True for a function word of `language` (ISO 639-1).
  bool is_in_list(std::string_view folded, std::string_view language) const;

  // True for an English function word.
  bool is_english(std::string_view folded) const;

 private:
  struct List {
    std::string language;
    std::unordered_set<std::string> words;  // folded
  };

  void mark_elided(const Tokens& words, std::vector<bool>& marks) const;

  std::vector<List> lists_;                 // English first
  std::unordered_set<std::string> elided_;  // folded, with the apostrophe: "don't", "'ll", "l'"
};

}  // namespace rapporteur
