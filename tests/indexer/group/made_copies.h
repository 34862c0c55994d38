// SPDX-License-Identifier: GPL-2.0-or-later
//
// Publications made by chance, with copies of them whose original is known, and with others that a
// careless grouper would take for copies.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "common/record/record.h"

namespace rapporteur::testing {

// What was done to the original.
enum class MadeCopy {
  kOriginal,
  kExact,          // under another address
  kEdited,         // a few small words changed, added or left out
  kFramed,         // with a site's line before and a paragraph about it behind
  kCut,            // cut off within its last part
  kTeaser,         // its beginning, or a sentence from it under its title or address
  kOtherCountry,   // not a copy: the same wording on another country
  kOtherYear,      // not a copy: the same wording a year later
  kOtherCase,      // not a copy: the same wording on another person
  kOtherLanguage,  // not a copy: a translation
  kQuoting,        // not a copy: a longer piece that quotes it at length
};

struct MadeRecord {
  Record record;
  MadeCopy how = MadeCopy::kOriginal;
  std::size_t original = 0;  // records with the same number are one publication
};

class MadeCopies {
 public:
  explicit MadeCopies(unsigned seed) : random_(seed) {}

  // An original and two to six more of all kinds; the texts have `words` words or somewhat more.
  void add_family(int words, std::vector<MadeRecord>& records);

  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

 private:
  struct Facts {
    std::string country, person, city;
    int year, day, number;
  };
  Facts facts();
  std::string word();
  std::string name();
  // Sentences with slots for the facts.
  std::vector<std::string> wording(int words);
  std::string fill(const std::vector<std::string>& sentences, const Facts& facts) const;
  Record record(const std::vector<std::string>& wording, const Facts& facts,
                const std::string& title);
  std::string edited(const std::string& text);

  std::mt19937 random_;
  int next_id_ = 0;
};

}  // namespace rapporteur::testing
