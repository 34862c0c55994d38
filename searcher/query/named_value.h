// SPDX-License-Identifier: GPL-2.0-or-later
//
// A name found in a question, and the question as the finders see it.
#pragma once

#include <rapporteur/question.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"
#include "common/vocabulary/phrase_matcher.h"
#include "searcher/query/parse.h"

namespace rapporteur {

struct NamedValue {
  FacetField field = FacetField::kCountry;
  std::string value;
  TextRange range;
  std::vector<std::string> members = {};  // of a region (then `value` is its id): country codes
  bool is_organisation = false;           // a region that is a union of states
  bool is_place = false;                  // of a country: "Xinjiang", "Uyghurs"
  bool is_symbol = false;  // `value` is the symbol of a document, `field` says nothing
};

// Cut with UnspacedScripts::kCharacters.
struct QuestionTokens {
  std::string_view text;
  Tokens tokens;

  TextRange range(std::size_t first, std::size_t length) const {
    return {tokens.list[first].begin, tokens.list[first + length - 1].end};
  }
  bool all_capitals(const PhraseMatch& match) const {
    for (std::size_t i = match.first; i < match.first + match.length; ++i) {
      if (tokens.list[i].letter_case != LetterCase::kUpper) return false;
    }
    return true;
  }
};

}  // namespace rapporteur
