// SPDX-License-Identifier: GPL-2.0-or-later
//
// What rapporteur-index exits with.
#pragma once

#include <rapporteur/result.h>

#include <iosfwd>

namespace rapporteur {

enum ExitCode : int {
  kExitDone = 0,
  kExitSomeRejected = 1,  // done, but for some inputs
  kExitFailed = 2,
  kExitBusy = 75,  // EX_TEMPFAIL: another writer holds the index
};

// kExitBusy for kBusy, else kExitFailed.
int exit_code(const Error& error);

// Writes the error to `err` as the program's own line and gives its exit code.
int report_failure(const Error& error, std::ostream& err);

}  // namespace rapporteur
