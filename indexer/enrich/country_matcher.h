// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where the names of countries stand in a text: longest first, letter case respected, phrases that
// only look like a country left out. What an ambiguous name means is decided later
// (country_context.h).
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"
#include "common/vocabulary/countries.h"
#include "common/vocabulary/phrase_matcher.h"

namespace rapporteur {

// A name found: what it may mean.
struct NameFound {
  std::uint32_t first = 0;  // tokens [first, first + length)
  std::uint32_t length = 0;
  std::vector<const CountryName*> meanings;  // one unless ambiguous or a group
};

// A word that helps to decide, by its row in Countries::cues().
struct CueFound {
  std::uint32_t first = 0;
  const CountryCue* cue = nullptr;
};

// The names of one language, ready to be found. Immutable, safe from any thread; `countries` must
// stay alive.
class CountryMatcher {
 public:
  CountryMatcher(const Countries& countries, std::string_view language);

  // The id of a folded word; kUnknownWord if no name holds it.
  PhraseMatcher::WordId word_id(std::string_view folded) const;

  // Names and cues of `tokens` (of `text`, cut with UnspacedScripts::kCharacters), in order; `ids`
  // are those of the tokens.
  void find(std::string_view text, const Tokens& tokens, std::span<const PhraseMatcher::WordId> ids,
            std::vector<NameFound>& names, std::vector<CueFound>& cues) const;

  // True if the words of a name are those of a person too.
  bool is_personal(const CountryName& name) const;

  // Whether the language writes all nouns with a capital.
  bool has_capital_nouns() const { return capital_nouns_; }

 private:
  enum Vocabulary : std::uint16_t { kName, kNotCountry, kCue };

  PhraseMatcher phrases_;
  const std::vector<CountryName>* names_;
  const std::vector<CasedPhrase>* not_countries_;
  bool capital_nouns_;
  std::vector<std::pair<const CountryCue*, const CasedPhrase*>> cue_phrases_;
  std::vector<bool> personal_;  // by place in *names_
};

}  // namespace rapporteur
