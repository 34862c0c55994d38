// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of one document on their way into terms with positions. Each distinct term is handed to
// Xapian in one go, which is what makes building documents cheap.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"
#include "indexer/document/lexicon.h"

namespace rapporteur {

// One object serves many documents, one after the other; all words of a document come from one
// Lexicon.
class WordPostings {
 public:
  // Adds the words of `text` from `position` on, each counted `weight` times: the stem, the stem
  // of the unaccented spelling where it differs, and for words that are glued to the next one by a
  // hyphen or by a change between letters and digits also both as one ("nongovernmental", "hrc40").
  // Returns the position behind the last word.
  Xapian::termpos add(std::string_view text, const Tokens& tokens, Lexicon& lexicon,
                      Xapian::termpos position, unsigned weight);

  // Puts all stems with their positions and all exact forms into `document`, and starts anew.
  void move_into(Xapian::Document& document, const Lexicon& lexicon);

 private:
  struct Occurrence {
    std::uint32_t stem;
    Xapian::termpos position;
  };
  struct StemCount {
    std::uint32_t occurrences = 0;
    std::uint32_t extra_weight = 0;
  };

  void add_word(const Lexicon& lexicon, Lexicon::Word word, Xapian::termpos position,
                unsigned weight);

  std::vector<Occurrence> occurrences_;
  std::vector<StemCount> counts_;     // by number of the stem; zero but for stems_
  std::vector<std::uint32_t> stems_;  // of this document
  std::vector<bool> has_exact_;       // by number of the exact form; false but for exact_forms_
  std::vector<std::uint32_t> exact_forms_;  // of this document
  std::vector<Xapian::termpos> positions_;
  std::string joined_word_;
  std::string joined_folded_;
};

}  // namespace rapporteur
