// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which words of a question stand in the title of a record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"
#include "searcher/query/word_forms.h"

namespace rapporteur {

// The words to look for. One a search.
class TitleWords {
 public:
  // `forms` is kept by reference.
  explicit TitleWords(WordForms& forms) : forms_(forms) {}

  // `leaf` is copied.
  void look_for(const Leaf& leaf) { leaves_.push_back(leaf); }

  // The labels of the leaves that `title` holds, each once, in the order in which they were given.
  // `language`: of the record, ISO 639-1, empty: unknown.
  std::vector<std::string> held_by(std::string_view title, std::string_view language);

 private:
  WordForms& forms_;
  std::vector<Leaf> leaves_;
  Tokenizer tokenizer_;
  Tokens tokens_;
};

}  // namespace rapporteur
