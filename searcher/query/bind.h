// SPDX-License-Identifier: GPL-2.0-or-later
//
// From the tree of a question to the tree that is matched: words become terms of this index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/names.h"
#include "searcher/query/parse.h"
#include "searcher/query/understand.h"
#include "searcher/query/word_forms.h"
#include "searcher/rank/evaluate.h"

namespace rapporteur {

struct BoundQuestion {
  MatchNode root;
  // What adds to the score of a record that matches, and matches nothing by itself: the parts of
  // words with a hyphen.
  std::vector<Leaf> hints;
  // What no record of the answer may match: -word, NOT.
  std::vector<MatchNode> excluded;
  // False if nothing is left to be matched as words: then all records match that pass the filters.
  bool has_words = false;
  // True if the question itself demands more than any one of the words: phrases, title:, AND.
  bool is_strict = false;
  // Values of facets that stand side by side with the words ("country:China"): filters, to be
  // resolved by the caller.
  std::vector<FacetSelection> selections;
  std::vector<Expansion> expansions;
  std::vector<std::string> notices;
};

// What binding needs of one search.
struct BindContext {
  const IndexView& view;
  const QuestionNames& names;
  const Synonyms& synonyms;
  const std::vector<std::string>& languages;  // of the index's records
  WordForms& forms;
  Deadline& deadline;
  bool literal = false;  // nothing but the words as typed
};

// What a record must hold to match.
enum class MatchDemand {
  kAsWritten,
  kAllWords,  // every word, whatever stands between
  kAnyWord,   // one word, even where the question demands phrases, titles or all of several words
};

// Words and prefixes side by side match if any of them does; phrases, title: and AND groups beside
// them must match, the words then only add to the score. `remaining` is the question with what was
// recognised blanked (see remaining_words); `recognised` gives the themes and mandates that words
// name: records that have them match those words. Function words that are all that is left beside
// something recognised are no words.
BoundQuestion bind(const ParsedQuestion& parsed, std::string_view typed, std::string_view remaining,
                   const std::vector<Recognised>& recognised, MatchDemand demand,
                   const BindContext& context);

}  // namespace rapporteur
