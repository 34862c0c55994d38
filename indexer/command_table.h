// SPDX-License-Identifier: GPL-2.0-or-later
//
// The commands and options of rapporteur-index, once: parsing and help come from the same table.
#pragma once

#include <rapporteur/result.h>

#include <span>
#include <string>
#include <vector>

namespace rapporteur {

// auto: if standard error is a terminal.
enum class When { kAuto, kAlways, kNever };

// Everything that a command line can say.
struct CommandLine {
  std::string command;                 // empty: none was given
  std::vector<std::string> arguments;  // behind the command
  std::string index;                   // --index
  unsigned threads = 0;
  bool quiet = false;
  bool verbose = false;
  When progress = When::kAuto;
  bool json = false;  // --format json
  bool help = false;
  bool version = false;
};

struct CommandEntry {
  const char* name;
  const char* arguments;  // as the help prints them
  const char* summary;    // one line
  const char* details;    // paragraphs for `COMMAND --help`
  bool needs_arguments;
  bool needs_index;
  std::vector<const char*> options;  // names of the option table
};

// All commands, in the order of the help.
std::span<const CommandEntry> command_table();
// nullptr if there is none of that name.
const CommandEntry* find_command(const std::string& name);

// Reads the arguments behind the program's name. kInvalidInput names the word that is wrong and
// what to do. Options may stand before or behind the command, never abbreviated; "--" ends them.
Result<CommandLine> parse_command_line(const std::vector<std::string>& words);

// The overall help, or that of one command.
std::string help_text(const CommandEntry* command);

}  // namespace rapporteur
