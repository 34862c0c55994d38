// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of records that tell what is wanted, cut and stemmed as these records were indexed.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/record/record.h"
#include "common/text/tokenizer.h"
#include "searcher/query/stop_words.h"
#include "searcher/query/word_forms.h"

namespace rapporteur {

// A word in all its spellings.
struct RecordWord {
  std::vector<std::string> terms;  // of the index: its stem, and the one without accents
  std::uint32_t records = 0;       // that hold it
  double frequency = 0.0;          // occurrences in them, those in titles counted as indexed
  double share = 0.0;              // of their words, each record with its weight
  std::map<std::string, double> spellings;  // as written: occurrences

  const std::string& spelling() const;  // the most frequent one
};

// Gathers words from records, each with the stemmer of its own language, so that what two languages
// share is only what they share in the index. Function words of the record's language, English ones
// and numbers are left out, and words of fewer than three bytes, which no script says much with.
class RecordWords {
 public:
  // Both are kept by reference.
  RecordWords(WordForms& forms, const StopWords& stop_words)
      : forms_(forms), stop_words_(stop_words) {}

  // Of a longer text only the beginning is read: it says what the record is about.
  static constexpr std::size_t kMostBytes = 64 * 1024;

  void add(const Record& record, double weight);

  // By their first term.
  const std::map<std::string, RecordWord>& words() const { return words_; }

 private:
  struct Spelling {
    std::string to_stem;  // what the stemmer is given (word_to_stem)
    std::string folded;
    double frequency = 0.0;
  };
  using Spellings = std::unordered_map<std::string, Spelling>;  // by the word as written

  // Returns how many words were read, each counted `weight` times.
  double count(std::string_view text, double weight, Spellings& spellings);
  bool says_something(std::string_view folded, std::string_view language) const;

  WordForms& forms_;
  const StopWords& stop_words_;
  Tokenizer tokenizer_;
  Tokens tokens_;
  std::map<std::string, RecordWord> words_;
};

}  // namespace rapporteur
