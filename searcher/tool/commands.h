// SPDX-License-Identifier: GPL-2.0-or-later
//
// The commands of `rapporteur`: data to `out`, everything else to `err`; each returns the exit
// code.
#pragma once

#include <rapporteur/searcher.h>

#include <iosfwd>
#include <string>
#include <vector>

#include "common/program/command_line.h"
#include "searcher/tool/request.h"

namespace rapporteur {

// What every command is given.
struct CommandContext {
  const CommandLine& line;
  const Searcher& searcher;
  OutputFormat format;
  bool color;     // of `out`
  bool terminal;  // `out` is one: control and bidi characters of scraped text are escaped
  std::ostream& out;
  std::ostream& err;
};

int run_search(const CommandContext& context);
int run_like(const CommandContext& context);
int run_repeat(const CommandContext& context);
int run_show(const CommandContext& context);
int run_facets(const CommandContext& context);
int run_suggest(const CommandContext& context);
int run_stats(const CommandContext& context);

// Says what went wrong and returns kExitError.
int report(std::ostream& err, const std::string& message);

}  // namespace rapporteur
