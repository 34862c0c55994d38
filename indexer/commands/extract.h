// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-index extract INPUT...
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "indexer/commands/run_inputs.h"

namespace rapporteur {

struct ExtractOptions {
  RunOptions run;
  std::vector<std::string> why;  // ids: print why these records are tagged as they are instead
};

// The same as add up to the index: records as JSON Lines on `out`, in the order of the input
// however many threads there are. A reader that closes the pipe ends the run quietly. With `why`,
// an id that no record has is named on `err` (exit 1).
int run_extract(const ExtractOptions& options, std::ostream& out, std::ostream& err);

}  // namespace rapporteur
