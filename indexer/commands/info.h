// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-index info --index DIR
#pragma once

#include <filesystem>
#include <iosfwd>

namespace rapporteur {

struct InfoOptions {
  std::filesystem::path index;
  bool json = false;  // one JSON object instead of lines
};

// What the index holds: records, sources, languages, years, format features, bytes on disk.
int run_info(const InfoOptions& options, std::ostream& out, std::ostream& err);

}  // namespace rapporteur
