// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a hit says of the other records that are the same publication.
#pragma once

#include <rapporteur/answer.h>

#include <optional>

#include "searcher/index/columns.h"
#include "searcher/rank/doc_set.h"

namespace rapporteur {

// The group of the record, if it has one. `collapsed`: whether the hit stands for those of its
// members that are among `matches` or `tail`.
std::optional<HitGroup> describe_group(const Columns& columns, Xapian::docid docid, bool collapsed,
                                       const DocSet& matches, const DocSet& tail);

}  // namespace rapporteur
