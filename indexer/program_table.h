// SPDX-License-Identifier: GPL-2.0-or-later
//
// The commands and options of `rapporteur-index`.
#pragma once

#include "common/program/command_line.h"

namespace rapporteur {

const ProgramTable& index_program_table();

}  // namespace rapporteur
