// SPDX-License-Identifier: GPL-2.0-or-later
//
// Makes the Signature of a record from the words that indexing has cut anyway.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/record/record.h"
#include "common/text/tokenizer.h"
#include "indexer/group/signature.h"

namespace rapporteur {

// One object serves many records, one after the other; one a thread.
class SignatureBuilder {
 public:
  // The words of the record's title, if it has one.
  void add_title(std::string_view title, const Tokens& tokens);
  // The words of its text, or of one part of it after the other.
  void add_text(const Tokens& tokens);
  // The signature of `record`; starts anew.
  Signature finish(const Record& record);

 private:
  void add_word(std::uint64_t word);
  void count_bits(std::uint64_t pair);
  void flush_bits();

  Signature signature_;
  std::uint64_t recent_[4] = {};  // the last words, by number of the word modulo 4
  std::uint64_t opening_ = 0;
  // Eight counters of a byte each, for every eighth bit of the hashes; emptied into bits_ in time.
  std::uint64_t lanes_[8] = {};
  unsigned in_lanes_ = 0;
  std::uint32_t bits_[64] = {};
};

}  // namespace rapporteur
