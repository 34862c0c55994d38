// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-index compact --index DIR
#pragma once

#include <filesystem>
#include <iosfwd>

namespace rapporteur {

struct CompactOptions {
  std::filesystem::path index;
  bool quiet = false;
};

// Rewrites the index as small as it gets. Takes the lock, and up to twice the space meanwhile.
int run_compact(const CompactOptions& options, std::ostream& out, std::ostream& err);

}  // namespace rapporteur
