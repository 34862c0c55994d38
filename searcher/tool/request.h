// SPDX-License-Identifier: GPL-2.0-or-later
//
// From a command line to a Question and to how its answer is printed.
#pragma once

#include <rapporteur/question.h>
#include <rapporteur/result.h>

#include <string>

#include "common/program/command_line.h"

namespace rapporteur {

enum class OutputFormat { kText, kJson, kJsonLines, kTsv, kTrec };

// The question that arguments and options make: the words asked for, of `like` the record.
// kInvalidInput names the option.
Result<Question> read_question(const CommandLine& line);

// --limit all: the answer may be of any size.
bool wants_all(const CommandLine& line);

// --format.
Result<OutputFormat> read_format(const CommandLine& line);

// --color: whether standard output takes colours. `is_terminal` and `no_color` are what main found.
Result<bool> read_color(const CommandLine& line, bool is_terminal, bool no_color);

}  // namespace rapporteur
