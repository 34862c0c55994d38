// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records that a question names by their ids to say what is wanted.
#pragma once

#include <rapporteur/question.h>
#include <rapporteur/result.h>

#include <optional>
#include <vector>

#include "searcher/index/reader.h"
#include "searcher/rank/deadline.h"

namespace rapporteur {

struct Examples {
  std::optional<Xapian::docid> like;
  std::vector<Xapian::docid> relevant;  // each publication once, in the order given

  // Those whose words tell what is wanted.
  std::vector<Xapian::docid> all() const;
};

// What Question::like and Question::relevant name; kNotFound names an id that no record has. Throws
// Xapian::Error and DeadlinePassed.
Result<Examples> find_examples(const Question& question, const IndexView& view,
                               const Deadline& deadline);

// The record and the others that are the same publication.
DocSet same_publication(const Columns& columns, Xapian::docid docid);

}  // namespace rapporteur
