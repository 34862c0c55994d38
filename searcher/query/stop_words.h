// SPDX-License-Identifier: GPL-2.0-or-later
//
// Function words, which say nothing of what is asked: data/search/stop-words.tsv.
#pragma once

#include <rapporteur/result.h>

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace rapporteur {

// Immutable; any thread.
class StopWords {
 public:
  static Result<StopWords> load();

  // Which of `words` (folded) are function words: English ones always; those of another language if
  // at least two of the words are its, and more than are English, so that "die" in an English
  // question is a word.
  std::vector<bool> marked(const std::vector<std::string_view>& words) const;

  // True for a function word of any language.
  bool is_in_any_list(std::string_view folded) const;

  // True for an English function word.
  bool is_english(std::string_view folded) const;

 private:
  struct List {
    std::string language;
    std::unordered_set<std::string> words;  // folded
  };
  std::vector<List> lists_;  // English first
};

}  // namespace rapporteur
