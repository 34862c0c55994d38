// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the names found in a text mean there: which Congo, the country or the person called Jordan,
// Russian the language or the people.
#pragma once

#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"
#include "common/vocabulary/countries.h"
#include "indexer/enrich/country_matcher.h"

namespace rapporteur {

// A part of a publication (its title, its text), cut, and what was found in it.
struct CountryPart {
  std::string_view text;
  const Tokens& tokens;
  std::vector<NameFound> names;
  std::vector<CueFound> cues;
};

// One country meant at one place.
struct CountrySighting {
  std::uint16_t country = 0;  // index into Countries::all()
  CountryNameKind kind = CountryNameKind::kEveryday;
  bool weak = false;        // a weak name that another one supports
  std::uint32_t part = 0;   // index of the part
  std::uint32_t begin = 0;  // byte range in the part's text
  std::uint32_t end = 0;
};

// Decides over all parts together; sightings come in the order of parts and bytes.
std::vector<CountrySighting> decide_countries(const CountryMatcher& matcher,
                                              std::size_t country_count,
                                              const std::vector<CountryPart>& parts);

}  // namespace rapporteur
