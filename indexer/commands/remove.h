// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-index remove ID... --index DIR
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace rapporteur {

struct RemoveOptions {
  std::filesystem::path index;
  std::vector<std::string> ids;
  bool quiet = false;
};

// Removes the records at once; ids that the index does not have are named on `err` (exit 1).
int run_remove(const RemoveOptions& options, std::ostream& out, std::ostream& err);

}  // namespace rapporteur
