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
  double nearness = 0.0;  // what of the score PassageScorer added
  // The member of its group whose score and place it has; 0: its own.
  Xapian::docid placed_by = 0;
};

// Whether `a` is answered before `b`.
bool comes_before(const Columns& columns, SortOrder sort, const RankedRecord& a,
                  const RankedRecord& b);

// The records [offset, offset + limit) of `records` (each docid with its score) in the order asked
// for; ties by id.
std::vector<RankedRecord> best(const Columns& columns, std::vector<RankedRecord> records,
                               SortOrder sort, std::size_t offset, std::size_t limit);

// Brings the `count` records that score best, or all, to the front of `records`, the best first.
void bring_to_front(const Columns& columns, std::vector<RankedRecord>& records, std::size_t count);

}  // namespace rapporteur
