// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a commit has to do: the staged operations held against the live database.
#pragma once

#include <xapian.h>
#include <string_view>
#include <vector>

#include "indexer/index/index_writer.h"
#include "indexer/index/staging.h"

namespace rapporteur {

struct UpdatePlan {
  struct Addition {
    std::string_view id_term;  // points into the Staging
    StagedDocument staged;     // where it is now
  };
  std::vector<Addition> additions;      // sorted by place
  std::vector<Xapian::docid> replaced;  // documents of the live database, sorted
  std::vector<Xapian::docid> removed;   // likewise
  CommitReport report;                  // `new_generation` is left to others

  std::size_t operations() const { return additions.size() + removed.size(); }
};

// `live` may be null: a new index. May throw Xapian::Error.
UpdatePlan plan_update(const Staging& staging, const Xapian::Database* live);

}  // namespace rapporteur
