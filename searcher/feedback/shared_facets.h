// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a record is about, beside its words: what others like it share.
#pragma once

#include <vector>

#include "searcher/index/columns.h"
#include "searcher/rank/facet_score.h"

namespace rapporteur {

// The countries that the record is about, its themes, mandates, sessions and bodies, as signals
// that lift the records that have them too.
std::vector<FacetSignal> shared_facets(const Columns& columns, Xapian::docid docid);

}  // namespace rapporteur
