// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of one document on their way into terms with positions. Each distinct word is stemmed
// and each distinct term handed to Xapian once, which is what makes building documents cheap.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"

namespace rapporteur {

// Numbers distinct strings 0, 1, 2 ... and forgets them quickly.
class StringNumbers {
 public:
  // The number of `text`, and whether it is new.
  std::pair<std::uint32_t, bool> number(std::string_view text);
  std::string_view text(std::uint32_t number) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  void clear();

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number_plus_one = 0;  // 0: free
  };
  void grow();

  std::vector<Slot> slots_;
  std::string bytes_;              // all strings, one behind the other
  std::vector<std::size_t> ends_;  // in bytes_
};

// One object serves many documents, one after the other.
class WordPostings {
 public:
  // Adds the words of `text` from `position` on, each counted `weight` times: the stem, the stem
  // of the unaccented spelling where it differs, and for words that are glued to the next one by a
  // hyphen or by a change between letters and digits also both as one ("nongovernmental", "hrc40").
  // Returns the position behind the last word.
  Xapian::termpos add(std::string_view text, const Tokens& tokens, Stemmer& stemmer,
                      Xapian::termpos position, unsigned weight);

  // Puts all stems with their positions and all exact forms into `document`, and starts anew.
  void move_into(Xapian::Document& document);

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Stems {
    std::uint32_t stem = kNone;
    std::uint32_t unaccented = kNone;  // kNone where it is the same
  };
  struct Occurrence {
    std::uint32_t stem;
    Xapian::termpos position;
  };

  const Stems& stems_of(std::string_view word, std::string_view folded, Stemmer& stemmer);
  void add_word(std::string_view word, std::string_view folded, Stemmer& stemmer,
                Xapian::termpos position, unsigned weight);

  StringNumbers words_;               // as given to the stemmer
  std::vector<Stems> stems_of_word_;  // by number in words_
  StringNumbers stems_;
  StringNumbers exact_forms_;
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint32_t> counts_;  // occurrences by stem
  std::vector<std::uint32_t> extra_weights_;
  std::string joined_word_;
  std::string joined_folded_;
};

}  // namespace rapporteur
