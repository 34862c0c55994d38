// SPDX-License-Identifier: GPL-2.0-or-later
//
// Putting records into the order in which they are answered.
#pragma once

#include <rapporteur/question.h>

#include <cstddef>
#include <vector>

#include "searcher/index/columns.h"
#include "searcher/rank/doc_set.h"

namespace rapporteur {

struct RankedRecord {
  Xapian::docid docid = 0;
  double score = 0.0;
  bool tail = false;
};

// The records [offset, offset + limit) of `records` (each docid with its score) in the order asked
// for; ties by id.
std::vector<RankedRecord> best(const Columns& columns, std::vector<RankedRecord> records,
                               SortOrder sort, std::size_t offset, std::size_t limit);

}  // namespace rapporteur
