// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sentences with the countries and bodies that they name, by language, and how well the taggers
// meet them.
#pragma once

#include <rapporteur/result.h>

#include <set>
#include <string>
#include <vector>

#include "indexer/enrich/countries.h"
#include "indexer/enrich/subjects.h"
#include "indexer/enrich/vocabularies.h"

namespace rapporteur {

struct TaggingCase {
  std::string language;  // ISO 639-1
  std::string text;
  std::set<std::string> countries;
  std::set<std::string> bodies;
};

// Reads FOLDER/tagging_LANGUAGE.tsv (text, countries, bodies). A language without its file is an
// error that names it.
Result<std::vector<TaggingCase>> read_tagging_cases(const std::string& folder,
                                                    const std::string& language);

// Of ids: found and right, missed, found and wrong.
struct TaggingCounts {
  std::size_t right = 0;
  std::size_t missed = 0;
  std::size_t wrong = 0;

  // Adds one case; true if it is wholly right.
  bool add(const std::set<std::string>& expected, const std::set<std::string>& found);
  double precision() const;
  double recall() const;
  double f1() const;
};

// The taggers of countries and bodies, as enrichment uses them.
class Taggers {
 public:
  Taggers();
  std::set<std::string> countries(const TaggingCase& sentence);
  std::set<std::string> bodies(const TaggingCase& sentence);

 private:
  Vocabularies vocabularies_;
  CountryTagger country_tagger_;
  SubjectTagger subject_tagger_;
};

}  // namespace rapporteur
