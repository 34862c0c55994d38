// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a command of rapporteur-index is given: its arguments and options, already parsed.
#pragma once

#include <string>
#include <vector>

namespace rapporteur {

// Exit codes of rapporteur-index.
inline constexpr int kExitDone = 0;
inline constexpr int kExitSomeRejected = 1;
inline constexpr int kExitFailed = 2;
inline constexpr int kExitBusy = 75;  // another writer holds the index (EX_TEMPFAIL)

// auto: if standard error is a terminal.
enum class When { kAuto, kAlways, kNever };

struct CommandLine {
  std::vector<std::string> arguments;  // what follows the command, options taken out
  std::string index_dir;               // --index, else RAPPORTEUR_INDEX; never empty where a
                                       // command needs one
  unsigned threads = 0;                // --threads; 0: as many as there are cores
  bool quiet = false;
  bool verbose = false;
  When progress = When::kAuto;
  std::string format = "text";  // --format text|json where a command has a choice
};

// A command: data to standard output, everything else to standard error; returns the exit code.
using Command = int (*)(const CommandLine& line);

// The commands, one file each in this folder.
int run_add(const CommandLine& line);
int run_extract(const CommandLine& line);
int run_remove(const CommandLine& line);
int run_info(const CommandLine& line);
int run_verify(const CommandLine& line);
int run_compact(const CommandLine& line);

}  // namespace rapporteur
