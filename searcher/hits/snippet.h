// SPDX-License-Identifier: GPL-2.0-or-later
//
// The piece of a record's text that shows best why it matched.
#pragma once

#include <rapporteur/answer.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/tokenizer.h"
#include "searcher/query/word_forms.h"

namespace rapporteur {

// The forms to look for, and a memory of words already judged. One a search.
class SnippetMaker {
 public:
  // `forms` is kept by reference.
  explicit SnippetMaker(WordForms& forms) : forms_(forms) {}

  // Words of this leaf are shown as matches.
  void look_for(const Leaf& leaf);

  // The best window of `text`: the most different words, then the most matches, then the earliest.
  Snippet make(std::string_view text);

 private:
  static constexpr int kNoMatch = -1;
  int match_of(std::string_view word, std::string_view folded);

  WordForms& forms_;
  int leaves_ = 0;
  std::unordered_map<std::string, int> wanted_stems_;  // stem -> leaf
  std::unordered_map<std::string, int> wanted_exact_;  // folded word -> leaf
  std::unordered_map<std::string, int> judged_;        // folded word -> leaf or kNoMatch
  Tokenizer tokenizer_;
  Tokens tokens_;
  std::vector<std::string> stems_;
};

}  // namespace rapporteur
