// SPDX-License-Identifier: GPL-2.0-or-later
//
// "Did you mean": what a question with mistyped words would have been. Nothing is ever replaced.
#pragma once

#include <rapporteur/answer.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/parse.h"
#include "searcher/query/understand.h"
#include "searcher/query/word_forms.h"
#include "searcher/spelling/spelling_store.h"

namespace rapporteur {

// What correcting needs of one search.
struct CorrectContext {
  const IndexView& view;
  const QuestionNames& names;
  const StopWords& stop_words;
  WordForms& forms;
  SpellingStore& store;
};

// Looks at the words of `typed` that are neither in `recognised`, nor values of fields, nor
// beginnings (tortur*): a word that the index holds in more than a few records is what it is;
// another is set against the words of the index and the vocabularies' names. Also finds words that
// were written as one ("rightsdefenders") or with a gap ("repri sals"). In the order of the
// question; empty where nothing is doubtful. Throws Xapian::Error.
std::vector<Correction> corrections(std::string_view typed, const QueryNode& root,
                                    const std::vector<Recognised>& recognised,
                                    const CorrectContext& context);

// `typed` with the corrections in place.
std::string corrected(std::string_view typed, const std::vector<Correction>& corrections);

}  // namespace rapporteur
