// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a commit has to do: the staged operations held against the live database.
#pragma once

#include <xapian.h>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/index/index_writer.h"
#include "indexer/index/input_marks.h"
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
  // Of the sources that were read, and empty ones of sources outside of the run whose records this
  // update touches: they have to be read again before they can count as unchanged.
  InputMarks marks;
  CommitReport report;  // `new_generation` is left to others

  std::size_t operations() const { return additions.size() + removed.size(); }
  bool empty() const { return operations() == 0 && marks.empty(); }
};

// `live` may be null: a new index. `of_this_run`: terms of the sources whose marks hold although
// others replace their records. May throw Xapian::Error.
UpdatePlan plan_update(const Staging& staging, const Xapian::Database* live,
                       const std::unordered_set<std::string>& of_this_run);

}  // namespace rapporteur
