// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words side by side: positions are kept for stems, the forms as written are checked on top.
#pragma once

#include <vector>

#include "searcher/rank/postings.h"

namespace rapporteur {

// The records that hold `phrase`, ascending, with the number of places. Quoted phrases are read
// again in the stored record where stems alone cannot tell, so that "states" does not find
// "stated".
std::vector<Posting> find_phrase(const IndexView& view, const PhraseForms& phrase,
                                 Deadline& deadline);

}  // namespace rapporteur
