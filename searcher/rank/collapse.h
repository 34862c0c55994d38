// SPDX-License-Identifier: GPL-2.0-or-later
//
// One place in the answer for records that are the same publication.
#pragma once

#include <rapporteur/question.h>

#include <cstddef>
#include <vector>

#include "searcher/index/columns.h"
#include "searcher/rank/order.h"

namespace rapporteur {

// Which groups already have their place in an answer.
using PlacedGroups = std::vector<bool>;  // by group; empty: none yet

// Of each group in `records` keeps the member that comes first in the order asked for, and none of
// a group in `placed`, to which those kept are added.
void collapse(const Columns& columns, SortOrder sort, std::vector<RankedRecord>& records,
              PlacedGroups& placed);

// How many of `records` collapse() would leave out.
std::size_t count_collapsed(const Columns& columns, const DocSet& records, PlacedGroups& placed);

// By relevance a group is shown by its representative, where that is among `found`, at the place of
// its best member; ordered by date, by that member itself, whose date the place is.
void show_representative(const Columns& columns, SortOrder sort, const DocSet& found,
                         RankedRecord& record);

}  // namespace rapporteur
