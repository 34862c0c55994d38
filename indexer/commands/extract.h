// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-index extract INPUT...
#pragma once

#include <atomic>
#include <iosfwd>
#include <string>
#include <vector>

#include "indexer/commands/run_reporter.h"

namespace rapporteur {

struct ExtractOptions {
  std::vector<std::string> inputs;
  unsigned threads = 0;  // 0: one a core
  ReportOptions report;
  const std::atomic<bool>* stop = nullptr;
};

// The same as add up to the index: records as JSON Lines on `out`, in the order of the input
// however many threads there are. A reader that closes the pipe ends the run quietly.
int run_extract(const ExtractOptions& options, std::ostream& out, std::ostream& err);

}  // namespace rapporteur
