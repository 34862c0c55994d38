// SPDX-License-Identifier: GPL-2.0-or-later
//
// Slips of the hand in words of an index, made from a seed, and how many of them the searcher puts
// right: shared by the tests and benchmarks/recall/measure-spelling.
#pragma once

#include <rapporteur/searcher.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "common/index/index_folder.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/spelling/same_sound.h"
#include "searcher/spelling/spelling_words.h"

namespace rapporteur::testing {

struct SlipResult {
  std::size_t slips = 0;
  std::size_t right = 0;     // the word is what is suggested
  std::size_t answered = 0;  // anything is suggested
};

// The words of an index that a slip may be made in, and the letters they are made of.
class SlipMaker {
 public:
  SlipMaker(const Xapian::Database& database, std::uint32_t seed)
      : database_(database), random_(seed) {
    const std::string prefix(1, schema::kExactPrefix);
    std::u32string letters;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
         ++term) {
      const std::string word = (*term).substr(1);
      const std::u32string spelt = letters_of(word);
      const bool han = spelt.front() >= 0x2E80;
      const bool counts = term.get_termfreq() >= 2 && spelt.size() >= (han ? 2u : 4u) &&
                          spelt.size() <= 20 &&
                          word.find_first_of("0123456789") == std::string::npos;
      if (!counts) continue;
      words_.push_back(word);
      weights_.push_back(term.get_termfreq());
      letters += spelt;
    }
    alphabet_ = letters;  // frequent letters stand in it more often
  }

  bool empty() const { return words_.empty(); }

  // A word, half of them as often as records hold it, half of them any word, and what became of it.
  // The slip is no word of the index.
  std::pair<std::string, std::string> next() {
    for (;;) {
      const std::string& word = words_[pick_word()];
      const std::string slip = slipped(word);
      if (slip != word && database_.get_termfreq(exact_term(fold(slip))) == 0) return {word, slip};
    }
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }

  std::size_t pick_word() {
    if (below(2) == 0) return below(words_.size());
    if (sums_.empty()) {
      std::uint64_t sum = 0;
      for (const std::uint32_t weight : weights_) sums_.push_back(sum += weight);
    }
    const std::uint64_t at = (std::uint64_t{random_()} << 16 ^ random_()) % sums_.back();
    return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), at) -
                                    sums_.begin());
  }

  // One letter left out, put in, mistaken or swapped with the next; of Chinese, half of them a
  // character that sounds the same or nearly, as typing by sound goes wrong, and two-letter words
  // nothing else but swapped.
  std::string slipped(const std::string& word) {
    std::u32string letters = letters_of(word);
    const std::size_t at = below(letters.size());
    if (is_han(letters.front()) && below(2) == 0) {
      for (int tries = 0; tries < 20'000; ++tries) {
        const char32_t other = alphabet_[below(alphabet_.size())];
        if (other == letters[at] || compare_sound(other, letters[at]) == Sound::kOther) continue;
        letters[at] = other;
        return text_of(letters);
      }
    }
    const std::size_t kind = letters.size() < 3 ? 3 : below(4);
    const char32_t other = alphabet_[below(alphabet_.size())];
    if (kind == 0) letters.erase(at, 1);
    if (kind == 1) letters.insert(at, 1, other);
    if (kind == 2) letters[at] = other;
    if (kind == 3 && letters.size() > 1) {
      const std::size_t first = std::min(at, letters.size() - 2);
      std::swap(letters[first], letters[first + 1]);
    }
    return text_of(letters);
  }

  static std::string text_of(const std::u32string& letters) {
    std::string text;
    for (const char32_t letter : letters) append_code_point(text, letter);
    return text;
  }

  const Xapian::Database& database_;
  std::mt19937 random_;
  std::vector<std::string> words_;
  std::vector<std::uint32_t> weights_;
  std::vector<std::uint64_t> sums_;
  std::u32string alphabet_;
};

// Makes `count` slips in words of the index at `path` and asks for each. `log`, if given, gets a
// line for each that was not put right.
inline SlipResult measure_slips(const std::string& path, std::size_t count, std::uint32_t seed,
                                std::ostream* log = nullptr) {
  SlipResult result;
  const Result<Searcher> searcher = Searcher::open(path);
  Result<Xapian::Database> database = open_index(path);
  if (!searcher.ok() || !database.ok()) return result;
  SlipMaker slips(*database, seed);
  if (slips.empty()) return result;
  Question question;
  question.limit = 0;
  question.facets.clear();
  while (result.slips < count) {
    const auto [word, slip] = slips.next();
    question.text = slip;
    const Result<Answer> answer = searcher->search(question);
    if (!answer.ok()) break;
    ++result.slips;
    const std::string meant = fold(answer->query.corrected.value_or(""));
    if (!meant.empty()) ++result.answered;
    if (meant == word) {
      ++result.right;
    } else if (log != nullptr) {
      *log << word << " typed " << slip << ": " << (meant.empty() ? "nothing" : meant) << '\n';
    }
  }
  return result;
}

}  // namespace rapporteur::testing
