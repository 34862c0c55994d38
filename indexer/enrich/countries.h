// SPDX-License-Identifier: GPL-2.0-or-later
//
// The countries a publication names, how much it is about each, and the words that say so.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/record/record.h"
#include "common/vocabulary/countries.h"
#include "indexer/enrich/cut_text.h"

namespace rapporteur {

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

// Tags countries. Keeps the matchers of the languages it has met: one a thread.
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
  std::vector<CountryMention> tag(const CutText& text);
  // Cuts the text first, for whoever needs it for nothing else.
  std::vector<CountryMention> tag(const PublicationText& publication);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
