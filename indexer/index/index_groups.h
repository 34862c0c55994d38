// SPDX-License-Identifier: GPL-2.0-or-later
//
// The groups of an index as they are after an update: reads the signatures of what the index holds
// and of what is staged, and lets group/grouping.h find out what belongs together.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <string>

#include "indexer/index/staging.h"
#include "indexer/index/update_plan.h"

namespace rapporteur {

struct IndexGroups {
  std::string packed;        // common/index/record_groups.h
  std::size_t given_up = 0;  // see GroupingOutcome
};

// `live` may be null: a new index. Records that an earlier version has indexed without a signature
// are in no group. May throw Xapian::Error.
IndexGroups group_index(const Xapian::Database* live, const Staging& staging,
                        const UpdatePlan& plan);

}  // namespace rapporteur
