// SPDX-License-Identifier: GPL-2.0-or-later
//
// How the names of Countries come together: rows of names.tsv and ICU's display names.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/vocabulary/countries.h"

namespace rapporteur {

// Cuts names into folded words with their letter cases. Keeps a Tokenizer: one a thread.
class NameCutter {
 public:
  // False if `name` holds no word.
  bool cut(std::string_view name, std::vector<std::string>& words, std::vector<LetterCase>& cases);

 private:
  Tokenizer tokenizer_{UnspacedScripts::kCharacters};
  Tokens tokens_;
};

// The words joined by spaces: the key of maps over names.
std::string joined(const std::vector<std::string>& words);

// ICU's display names of a country in `language`, in every spelling that text may use: "Myanmar
// (Burma)" also as "Myanmar", "о-ва Кука" also as "острова Кука".
std::vector<std::string> icu_names(const Country& country, std::string_view language);

// True if ICU has names of countries in `language`; it answers in another one if it has not.
bool icu_knows(std::string_view language);

// Names by language.
using NamesByLanguage = std::unordered_map<std::string, std::vector<CountryName>>;

// What names.tsv says in the languages of Latin letters, or in all others: those are many, Russian
// ones in all their cases, and not always needed. `index` maps alpha-3 codes to places in
// Countries::all().
Result<NamesByLanguage> read_names(const std::unordered_map<std::string, std::uint16_t>& index,
                                   bool latin);

// `from_table` with labels (English), ICU's names and `more` (English places) behind; a name that
// is in `from_table` already is not added again, whatever it says.
std::vector<CountryName> all_names_of(std::string_view language,
                                      const std::vector<Country>& countries,
                                      const std::vector<CountryName>& from_table,
                                      const std::vector<CountryName>& more);

}  // namespace rapporteur
