// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a block looks like, whatever it says: the evidence that the splitter judges by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/extract/page.h"
#include "indexer/split/labels.h"

namespace rapporteur {

// Words are counted alike for all scripts: two Han or Kana characters, or four Thai, Lao, Khmer or
// Myanmar ones, are about a word.
struct BlockShape {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;      // words that start with a capital
  std::uint32_t small = 0;         // words that start with a small letter
  std::uint32_t commas = 0;        // and enumeration commas of other scripts
  bool starts_small = false;       // its first letter is a small one
  bool ends_sentence = false;      // . ! ? and their kin, perhaps with quotes or a note mark behind
  bool ends_asking = false;        // of these: ? or !
  bool several_sentences = false;  // a full stop stands inside, perhaps of an abbreviation
  bool ends_open = false;          // , or ; : it goes on
  bool ends_colon = false;         // it leads in to what follows
  bool one_line = true;            // holds no '\n'
  bool reachable = false;          // holds an e-mail address or a telephone number
  bool is_day = false;             // BlockKind::kTime
  bool is_item = false;            // BlockKind::kListItem
  bool is_year = false;            // nothing but a year
  bool starts_with_year = false;   // "1994 - ..."
  std::size_t bar = 0;             // byte of the bar of "Topic | Title"; 0: none
  std::size_t label_end = 0;       // byte behind the colon of "Label: a few words"; 0: none
  std::optional<LabelKind> label;  // what labels.tsv says the label is

  // A short unpunctuated line: a title, heading, caption, name ... A question may be one.
  bool is_line() const;
  // Text that is read as such, by its punctuation or its length.
  bool is_prose() const { return !is_day && !is_line(); }
  // A long paragraph without a final full stop, mostly of small-letter words if its script has
  // capitals.
  bool is_unpunctuated_paragraph() const;
  // Share of capitals among the words with case; -1 if the script has none.
  double capital_share() const;
};

// Looks at one block. Linear; any thread.
BlockShape shape_of(const Block& block);

}  // namespace rapporteur
