// SPDX-License-Identifier: GPL-2.0-or-later
//
// The piece of a record's text that shows best why it matched.
#pragma once

#include <rapporteur/answer.h>

#include <cstdint>
#include <functional>
#include <map>
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

  bool looks_for_anything() const { return leaves_ > 0; }

  // The best window of `text`, which is in `language` (ISO 639-1, empty: unknown): the most
  // different words, then the most matches, then the earliest.
  Snippet make(std::string_view text, std::string_view language);

 private:
  static constexpr int kNoMatch = -1;
  using Judged = std::unordered_map<std::string, int>;
  int match_of(std::string_view word, std::string_view folded, Stemmer& stemmer,
               Judged& judged) const;

  WordForms& forms_;
  int leaves_ = 0;
  std::unordered_map<std::string, int> wanted_stems_;  // stem -> leaf
  std::unordered_map<std::string, int> wanted_exact_;  // folded word -> leaf
  std::map<std::string, Judged, std::less<>> judged_;  // by language
  Tokenizer tokenizer_;
  Tokens tokens_;
};

}  // namespace rapporteur
