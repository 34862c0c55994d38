// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur: from the command line to a command. The only place of the searcher that reads the
// environment.
#include <rapporteur/searcher.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "searcher/tool/commands.h"
#include "searcher/tool/program_table.h"

namespace rapporteur {
namespace {

using RunCommand = int (*)(const CommandContext&);

RunCommand command_function(const std::string& name) {
  if (name == "search") return run_search;
  if (name == "like") return run_like;
  if (name == "repeat") return run_repeat;
  if (name == "show") return run_show;
  if (name == "facets") return run_facets;
  if (name == "suggest") return run_suggest;
  return run_stats;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

int run(const std::vector<std::string>& words) {
  const Result<CommandLine> line = parse_command_line(program_table(), words);
  if (!line.ok()) return report(std::cerr, line.error().message);
  if (line->has("version")) {
    std::cout << "rapporteur " << RAPPORTEUR_VERSION << '\n';
    return kExitFound;
  }
  if (line->has("help")) {
    std::cout << help_text(program_table(), line->command);
    return kExitFound;
  }
  if (line->command == nullptr) {
    std::cerr << help_text(program_table(), nullptr);
    return kExitError;
  }
  const std::string index = line->value("index").value_or(environment("RAPPORTEUR_INDEX"));
  if (index.empty()) {
    return report(std::cerr,
                  std::string(line->command->name) + " needs --index DIR (or RAPPORTEUR_INDEX)");
  }
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  const Result<OutputFormat> format = read_format(*line);
  if (!format.ok()) return report(std::cerr, format.error().message);
  const Result<bool> color = read_color(*line, terminal, !environment("NO_COLOR").empty());
  if (!color.ok()) return report(std::cerr, color.error().message);
  const Result<Searcher> searcher = Searcher::open(index);
  if (!searcher.ok()) return report(std::cerr, searcher.error().message);
  return command_function(line->command->name)(
      {*line, *searcher, *format, *color, terminal, std::cout, std::cerr});
}

}  // namespace
}  // namespace rapporteur

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_DFL);  // `rapporteur ... | head` ends quietly
  const int code = rapporteur::run({argv + 1, argv + argc});
  std::cout.flush();
  if (!std::cout) {
    std::cerr << "rapporteur: the output could not be written: " << std::strerror(errno) << '\n';
    return rapporteur::kExitError;
  }
  return code;
}
