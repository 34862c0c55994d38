// SPDX-License-Identifier: GPL-2.0-or-later
//
// The index that a command works on.
#pragma once

#include <rapporteur/searcher.h>

#include "common/program/command_line.h"

namespace rapporteur::recall {

// What --index or RAPPORTEUR_INDEX names.
Result<Searcher> open_index(const CommandLine& line);

}  // namespace rapporteur::recall
