// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words that somebody who mistypes one may have meant: every word of an index with the number
// of records that hold it, and the words of the vocabularies' names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// A word that may have been meant.
struct SpellingCandidate {
  std::string word;             // folded
  std::uint32_t frequency = 0;  // records that hold it
  float cost = 0.0F;            // of the slips, see slip_cost
  float score = 0.0F;           // how likely it is; comparable for one typed word only
};

// How likely a word is meant, in bits: known by how many records hold it, made less likely by each
// slip. The weight was chosen on slips in the development collections
// (benchmarks/recall/README.md).
float spelling_score(std::uint32_t frequency, float cost);

// Filled once, then immutable and safe from any number of threads. A word takes some 25 bytes.
//
// All words of a fitting length are gone through, most of them rejected by a set of their letters
// (letter_signature) in a nanosecond or two: no table of variants, which costs ten times the memory
// for words of any script.
class SpellingWords {
 public:
  // Words are folded; those that are added again keep the greater frequency.
  void add(std::string_view folded, std::uint32_t frequency);
  // To be called once, when all words were added.
  void finish();

  std::size_t size() const { return signatures_.size(); }
  // Records that hold the word; 0 if it was not added.
  std::uint32_t frequency(std::string_view folded) const;

  // The likeliest words for `folded`, best first, at most `limit`, itself left out; none for words
  // too short to tell.
  std::vector<SpellingCandidate> nearest(std::string_view folded, std::size_t limit) const;

 private:
  struct Added {
    std::uint32_t start = 0;  // in added_text_
    std::uint32_t bytes = 0;
    std::uint32_t letters = 0;
    std::uint32_t frequency = 0;
  };
  std::string_view word(std::size_t i) const {
    return std::string_view(text_).substr(starts_[i], starts_[i + 1] - starts_[i]);
  }
  std::size_t find(std::string_view folded) const;

  std::string added_text_;  // until finish()
  std::vector<Added> added_;
  // Parallel, ordered by length in letters, then by the word.
  std::string text_;
  std::vector<std::uint32_t> starts_;  // one more than words
  std::vector<std::uint64_t> signatures_;
  std::vector<std::uint32_t> frequencies_;
  std::vector<std::size_t> length_starts_;  // by length in letters: where its words begin
};

// The letters of valid UTF-8 `text`.
std::u32string letters_of(std::string_view text);

}  // namespace rapporteur
