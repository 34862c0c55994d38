// SPDX-License-Identifier: GPL-2.0-or-later
//
// The commands and options of `rapporteur`.
#pragma once

#include "common/program/command_line.h"

namespace rapporteur {

// Exit codes of the tool.
inline constexpr int kExitFound = 0;
inline constexpr int kExitNothingFound = 1;
inline constexpr int kExitDiffers = 1;  // of repeat
inline constexpr int kExitError = 2;

const ProgramTable& program_table();

}  // namespace rapporteur
