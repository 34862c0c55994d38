// SPDX-License-Identifier: GPL-2.0-or-later
//
// The countries a publication names, how much it is about each, and the words that say so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/record/record.h"
#include "common/vocabulary/countries.h"

namespace rapporteur {

// What a tagger reads. The views must be valid UTF-8 and outlive the call.
struct CountryText {
  std::string_view title;     // may be empty
  std::string_view text;      // paragraphs separated by a blank line
  std::string_view language;  // ISO 639-1; empty if unknown
  // Names from this byte of `text` on are not read: a list of signatories.
  std::size_t body_end = std::string_view::npos;
};

// Where a country is named.
struct CountryEvidence {
  bool in_title = false;
  std::uint32_t begin = 0;  // byte range in the title or the text
  std::uint32_t end = 0;
  std::string words;  // as they stand there
};

struct CountryMention {
  RecordCountry country;
  std::vector<CountryEvidence> evidence;  // in the order of reading
};

// Tags countries. Keeps tokenizers and the matchers of the languages it has met: one a thread.
// `countries` must outlive it.
class CountryTagger {
 public:
  explicit CountryTagger(const Countries& countries);
  ~CountryTagger();
  CountryTagger(CountryTagger&&) noexcept;
  CountryTagger& operator=(CountryTagger&&) noexcept;

  // The countries of one publication, the most salient first. Never fails; text without names gives
  // an empty answer. Saliences add up to about 1; a country is primary if it is named before the
  // colon or bar that opens the title, else anywhere in a title that names few, else if the first
  // sentences and the bulk of the mentions are about it.
  std::vector<CountryMention> tag(const CountryText& publication);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
