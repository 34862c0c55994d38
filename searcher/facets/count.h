// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counting the values of a facet over a set of records.
#pragma once

#include <rapporteur/answer.h>

#include <cstddef>

#include "searcher/index/columns.h"
#include "searcher/rank/doc_set.h"

namespace rapporteur {

// Exact counts of `field` over `records`, without labels: most frequent first, ties by value; at
// most `limit` values, but years all of them, in order, the undated last.
FacetCounts count_facet(const Columns& columns, FacetField field, const DocSet& records,
                        std::size_t limit);

}  // namespace rapporteur
