// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the words of one language become in the index, remembered from document to document: a word
// is stemmed once, and everything behind works with numbers.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text/string_numbers.h"

namespace rapporteur {

// One a thread and language. Grows with every new word: its owner throws it away in time.
class Lexicon {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // Numbers of terms.
  struct Word {
    std::uint32_t stem = kNone;        // kNone for words that fold to nothing
    std::uint32_t unaccented = kNone;  // the stem of its unaccented spelling, where that differs
    std::uint32_t exact = kNone;
  };

  explicit Lexicon(std::string_view language) : stemmer_(language) {}

  // `word` as for a Stemmer (word_to_stem()), `folded` its folded form.
  Word look_up(std::string_view word, std::string_view folded);

  std::uint32_t words() const { return words_.size(); }
  std::uint32_t stems() const { return stems_.size(); }
  std::uint32_t exact_forms() const { return exact_forms_.size(); }
  std::string_view stem(std::uint32_t number) const { return stems_.text(number); }
  std::string_view exact(std::uint32_t number) const { return exact_forms_.text(number); }

 private:
  std::uint32_t number_of_stem(std::string_view stem);

  Stemmer stemmer_;
  StringNumbers words_;
  std::vector<Word> entries_;  // by number in words_
  StringNumbers stems_;
  StringNumbers exact_forms_;
};

}  // namespace rapporteur
