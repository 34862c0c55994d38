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
  // What no record of the answer may match: -word, NOT.
  std::vector<MatchNode> excluded;
  // False if nothing is left to be matched as words: then all records match that pass the filters.
  bool has_words = false;
  // Values of facets that stand side by side with the words ("country:China"): filters, to be
  // resolved by the caller.
  std::vector<FacetSelection> selections;
  std::vector<std::string> notices;
};

// What binding needs of one search.
struct BindContext {
  const IndexView& view;
  const QuestionNames& names;
  WordForms& forms;
  Deadline& deadline;
};

// Words and prefixes side by side match if any of them does; phrases, title: and AND groups beside
// them must match, the words then only add to the score. `remaining` is the question with what was
// recognised blanked (see remaining_words); `recognised` gives the themes and mandates that words
// name: records that have them match those words. `match_all`: every word must match.
BoundQuestion bind(const ParsedQuestion& parsed, std::string_view typed, std::string_view remaining,
                   const std::vector<Recognised>& recognised, bool match_all,
                   const BindContext& context);

}  // namespace rapporteur
