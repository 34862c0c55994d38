// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-index verify --index DIR
#pragma once

#include <filesystem>
#include <iosfwd>

namespace rapporteur {

struct VerifyOptions {
  std::filesystem::path index;
  bool quiet = false;
};

// Checks the tables, and each stored record against its checksum, its id term, its facet slot and
// its date slots. Damage is named on `err`, one line each (exit 2).
int run_verify(const VerifyOptions& options, std::ostream& out, std::ostream& err);

}  // namespace rapporteur
