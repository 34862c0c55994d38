// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a question means: the countries, bodies, sessions, mandates, themes, languages and dates
// that its words name.
#pragma once

#include <rapporteur/answer.h>

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/names.h"
#include "searcher/query/parse.h"

namespace rapporteur {

// One thing recognised, before anybody looked whether it can filter.
struct Recognised {
  bool is_date = false;
  FacetField field = FacetField::kCountry;  // unless it is a date
  std::string value;
  DateInterval dates;                // of a date
  std::vector<std::string> members;  // of a region, whose id `value` is: country codes
  bool is_symbol = false;            // `value` is a document's symbol
  TextRange range;                   // in the question as typed
  // The words stay words of the question as well: themes, whose wordings are what texts say, and
  // places, which are less than their country.
  bool keeps_words = false;
  bool lifts_only = false;  // never filters: a theme, or a region that other words narrow
  bool in_passing = false;  // named beside many other words: lifts, and less than they do
};

struct Understanding {
  std::vector<Recognised> recognised;  // in the order of the question
  std::vector<Choice> choices;         // words that mean several things, in that order too
};

// The same without what an earlier one says in other words, or again: a value counts once.
std::vector<Recognised> without_repeats(const std::vector<Recognised>& recognised);

// Reads the parts `free` of `text`: what stands neither in quotes nor under an operator or a field
// name. A region only lifts records where the question also names one of its countries, or is the
// name of an organisation beside any country.
Understanding understand(std::string_view text, const std::vector<TextRange>& free,
                         const QuestionNames& names, CivilDate today);

// `text` outside of `free` and of what was recognised as blanks: what is left to search as words,
// with spaces where something was taken out, so that byte positions stay.
std::string remaining_words(std::string_view text, const std::vector<TextRange>& free,
                            const std::vector<Recognised>& recognised);

}  // namespace rapporteur
