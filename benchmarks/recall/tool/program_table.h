// SPDX-License-Identifier: GPL-2.0-or-later
//
// Commands and options of rapporteur-eval.
#pragma once

#include "common/program/command_line.h"

namespace rapporteur::recall {

const ProgramTable& program_table();

}  // namespace rapporteur::recall
