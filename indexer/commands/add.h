// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-index add INPUT... --index DIR
#pragma once

#include <filesystem>
#include <iosfwd>

#include "indexer/commands/run_inputs.h"

namespace rapporteur {

struct AddOptions {
  std::filesystem::path index;
  bool again = false;  // inputs that have not changed are read, too
  RunOptions run;
};

// Reads the inputs that the index does not hold as they are and puts their records into it, visible
// when all are read; in a long run now and then, whole inputs only. What was rejected is named on
// `err` (exit 1). A run that is broken off loses what it read since it last made something visible;
// the same command goes on from there.
int run_add(const AddOptions& options, std::ostream& out, std::ostream& err);

}  // namespace rapporteur
