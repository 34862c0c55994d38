// SPDX-License-Identifier: GPL-2.0-or-later
//
// Parts of the world and organisations of states (data/countries/regions.tsv): what they are called
// and which countries they stand for; and the words that only say so ("countries of", "region":
// data/countries/region-words.tsv).
#pragma once

#include <rapporteur/result.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/vocabulary/countries.h"

namespace rapporteur {

struct Region {
  std::string id;     // "central-america"
  std::string label;  // English
  bool is_organisation = false;
  std::vector<std::string> members;  // alpha-3 codes, ascending
};

// One wording of one region.
struct RegionName {
  std::uint16_t region = 0;        // index into Regions::all()
  std::string text;                // as in the table
  std::string language;            // ISO 639-1
  std::vector<std::string> words;  // in WordForm::kName
};

// "countries of" before a name, "region" after it.
struct RegionWord {
  bool after = false;
  std::vector<std::string> words;  // in WordForm::kName
};

// Immutable once loaded; any thread.
class Regions {
 public:
  // From the table inside the program. Errors name the table and the row.
  static Result<Regions> load(const Countries& countries);

  // In the order of the table.
  const std::vector<Region>& all() const { return regions_; }
  // In all languages.
  const std::vector<RegionName>& names() const { return names_; }
  // In all languages.
  const std::vector<RegionWord>& words_beside() const { return words_beside_; }
  // By id or any wording; letter case, accents and hyphens do not matter. nullptr if there is none.
  const Region* find(std::string_view id_or_name) const;

 private:
  std::vector<Region> regions_;
  std::vector<RegionName> names_;
  std::vector<RegionWord> words_beside_;
  std::unordered_map<std::string, std::uint16_t> by_name_;  // id, or folded words joined by spaces
};

}  // namespace rapporteur
