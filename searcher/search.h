// SPDX-License-Identifier: GPL-2.0-or-later
//
// One search from question to answer: read search.cc first.
#pragma once

#include <rapporteur/answer.h>
#include <rapporteur/result.h>

#include "searcher/index/reader.h"
#include "searcher/index/stored_records.h"
#include "searcher/query/names.h"
#include "searcher/query/stop_words.h"
#include "searcher/query/synonyms.h"
#include "searcher/spelling/spelling_store.h"

namespace rapporteur {

// What a search reads from.
struct SearchContext {
  const IndexView& view;
  const QuestionNames& names;
  const StopWords& stop_words;
  const Synonyms& synonyms;
  SpellingStore& spelling;
};

// See Searcher::stream; `stored` must be of context.view. Throws Xapian::Error and DeadlinePassed,
// the latter not behind the first hit.
Result<StreamEnd> search(const Question& question, const SearchContext& context,
                         StoredRecords& stored, AnswerSink& sink);

}  // namespace rapporteur
