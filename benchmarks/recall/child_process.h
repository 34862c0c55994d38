// SPDX-License-Identifier: GPL-2.0-or-later
//
// Running another program to its end.
#pragma once

#include <rapporteur/result.h>

#include <string>
#include <vector>

namespace rapporteur::recall {

// Exit code by which a program says that it cannot be run here (as in Automake's tests).
inline constexpr int kUnavailable = 77;

// How a program ended.
struct Ended {
  int code = 0;  // exit code; 128 + signal if one ended it; kUnavailable if it does not exist
  std::string message;  // the end of what it said on standard error
};

// Runs `words` (a program, found by PATH, and its arguments) with standard output into the file
// `output` and no input. kIo if the file cannot be written or the system has no process left.
Result<Ended> run_program(const std::vector<std::string>& words, const std::string& output);

}  // namespace rapporteur::recall
