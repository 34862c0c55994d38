// SPDX-License-Identifier: GPL-2.0-or-later
//
// The records that satisfy what was recognised in a question.
#pragma once

#include <vector>

#include "searcher/index/reader.h"
#include "searcher/query/names.h"
#include "searcher/query/understand.h"
#include "searcher/query/word_forms.h"
#include "searcher/rank/deadline.h"
#include "searcher/rank/doc_set.h"

namespace rapporteur {

// Facet values and dates by the columns; a region's are those on one of its countries and those
// that say its name, in the languages of the index; a symbol's those that have it or print it.
// Throws Xapian::Error and DeadlinePassed.
DocSet records_of(const Recognised& one, const IndexView& view, const QuestionNames& names,
                  const std::vector<std::string>& languages, WordForms& forms, Deadline& deadline);

}  // namespace rapporteur
