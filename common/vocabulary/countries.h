// SPDX-License-Identifier: GPL-2.0-or-later
//
// The countries and territories of data/countries: what they are called, in which language, and how
// a name must be written to count.
#pragma once

#include <rapporteur/result.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"

namespace rapporteur {

// A row of countries.tsv. All strings are UTF-8.
struct Country {
  std::string code;    // ISO 3166-1 alpha-3; XKX for Kosovo
  std::string alpha2;  // ISO 3166-1 alpha-2; XK for Kosovo
  std::string m49;     // three digits, "-" where there is none
  std::string region;  // M49 names
  std::string subregion;
  std::string status;  // member observer territory other
  std::string label;   // short English name
  std::string formal;  // official English name
};

enum class CountryNameKind : std::uint8_t {
  kFormal,
  kEveryday,
  kAcronym,
  kFormer,
  kAdjective,
  kPeople,
  kCapital,
  kPlace,
  kFigure,  // a person or organisation that stands for the country
  kGroup,   // names several countries at once: "the Koreas"
};

enum class NameMatch : std::uint8_t {
  kCased,  // a capital where the name has one
  kExact,  // every letter as in the table
  kAny,
  kWeak,  // cased, and only beside another mention of the country
};

// One name of one country, cut into words.
struct CountryName {
  std::uint16_t country = 0;  // index into Countries::all()
  CountryNameKind kind = CountryNameKind::kEveryday;
  NameMatch match = NameMatch::kCased;
  bool is_label = false;           // the country's label in countries.tsv
  std::vector<std::string> words;  // folded, as Tokenizer with UnspacedScripts::kCharacters cuts
  std::vector<LetterCase> cases;   // of the words
};

// A phrase of not-countries.tsv or a word of cues.tsv.
struct CasedPhrase {
  bool cased = true;
  std::vector<std::string> words;
  std::vector<LetterCase> cases;
};

// A row of cues.tsv.
struct CountryCue {
  enum class Effect : std::uint8_t { kFor, kPerson, kGivenName, kSurname, kLanguage, kInstitution };
  Effect effect = Effect::kFor;
  std::vector<std::string> name;  // folded words of the name; empty for the last four
  std::uint16_t country = 0;      // kFor: the country that is spoken for
  std::vector<CasedPhrase> phrases;
};

// True if words with `found` cases may stand for a name with `wanted` cases: a capital where the
// name has one, all capitals where it has only capitals.
bool has_capitals(const std::vector<LetterCase>& wanted, const Token* found);

// True if every letter case is as wanted.
bool has_same_cases(const std::vector<LetterCase>& wanted, const Token* found);

// Immutable once loaded; safe from any thread. Copies share their data.
class Countries {
 public:
  // From the tables inside the program. Errors name the table and the row.
  static Result<Countries> load();

  // Ordered by code.
  const std::vector<Country>& all() const;

  // By alpha-2 or alpha-3 code in any case, or by any known name in any language (the six of the
  // United Nations first); letter case, accents and hyphens do not matter. Of an ambiguous name the
  // country whose label it is, else the first meant. nullptr: nobody is called so.
  const Country* find(std::string_view code_or_name) const;

  // The short name in `language` (ISO 639-1), in English where ICU knows none; `code` itself if
  // there is no such country.
  std::string label(std::string_view code, std::string_view language = "en") const;

  // Every name that text in `language` may use: those of the tables, ICU's display names, and
  // English names of places. An empty or unknown language gives the names in the six languages of
  // the United Nations. The reference lives as long as any copy of this object.
  const std::vector<CountryName>& names(std::string_view language) const;

  // Those of names("") that are English, French or Spanish, in the same order: much sooner made,
  // and all that text in Latin letters can hold.
  const std::vector<CountryName>& latin_names() const;

  // Phrases that hold or look like a name and name no country.
  const std::vector<CasedPhrase>& not_countries() const;

  const std::vector<CountryCue>& cues() const;

 private:
  struct State;
  explicit Countries(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace rapporteur
