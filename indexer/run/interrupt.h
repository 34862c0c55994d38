// SPDX-License-Identifier: GPL-2.0-or-later
//
// Ending early on request.
#pragma once

#include <atomic>

namespace rapporteur {

// True once the process was asked to end (SIGINT, SIGTERM, SIGHUP).
const std::atomic<bool>& interrupted();

// From now on these signals set interrupted() and break off blocking reads; a second one of the
// same kind ends the process as usual. Writing to a closed pipe or past a limit fails instead of
// killing. For a
// program's main only.
void catch_signals();

}  // namespace rapporteur
