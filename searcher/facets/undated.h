// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a user is told of records without a date: they must not vanish unseen.
#pragma once

#include <rapporteur/question.h>

#include <string>
#include <vector>

#include "searcher/facets/filter_set.h"
#include "searcher/index/columns.h"

namespace rapporteur {

// Adds a notice on undated records that nothing but a date or year keeps from being among
// `matches` (what passes `filters` and is in `words`), and one on those that `sort` puts last.
void notice_undated(const Columns& columns, const FilterSet& filters, const DocSet& words,
                    const DocSet& matches, SortOrder sort, std::vector<std::string>& notices);

}  // namespace rapporteur
