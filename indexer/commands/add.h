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
  RunOptions run;
};

// Reads all inputs and puts their records into the index, visible at once when all are read. What
// was rejected is named on `err` (exit 1). If the run is broken off the index stays as it was.
int run_add(const AddOptions& options, std::ostream& out, std::ostream& err);

}  // namespace rapporteur
