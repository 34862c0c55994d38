// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records that say themselves what they are duplicates of (`duplicate_of`) are believed.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/group/signature.h"

namespace rapporteur {

// Whether the record names another one than itself.
bool leads_elsewhere(const Signature& signature);

// Makes each such record follow its duplicate_of, over several steps if need be, to the leader of
// the group there. Those that lead to no record, or in a circle, form a group of their own under
// the one that stands before the others. `leaders`: by record, the number of its representative;
// itself if it has none.
void follow_given_duplicates(const std::vector<Signature>& records,
                             std::vector<std::uint32_t>& leaders);

}  // namespace rapporteur
