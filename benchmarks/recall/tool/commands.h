// SPDX-License-Identifier: GPL-2.0-or-later
//
// The commands of rapporteur-eval, a file each.
#pragma once

#include <rapporteur/result.h>

#include <string>

#include "benchmarks/recall/trec_files.h"
#include "common/program/command_line.h"

namespace rapporteur::recall {

// Exit codes.
inline constexpr int kExitDone = 0;
inline constexpr int kExitIncomplete = 1;
inline constexpr int kExitError = 2;

// Says what went wrong on standard error; kExitError.
int fail(const std::string& message);

// The value of an option that the command cannot do without.
Result<std::string> needed_option(const CommandLine& line, const std::string& option);

// The judgments that --qrels names.
Result<Qrels> qrels_option(const CommandLine& line);

int run_score(const CommandLine& line);
int run_compare(const CommandLine& line);
int run_judge(const CommandLine& line);
int run_pool(const CommandLine& line);
int run_recall(const CommandLine& line);
int run_sample(const CommandLine& line);
int run_suite_command(const CommandLine& line);

}  // namespace rapporteur::recall
