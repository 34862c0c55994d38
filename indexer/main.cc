// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-index: from the command line to a command. The only place of the indexer that reads
// the environment and knows about terminals and signals.
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "common/text/printable.h"
#include "indexer/command_table.h"
#include "indexer/commands/add.h"
#include "indexer/commands/compact.h"
#include "indexer/commands/exit_code.h"
#include "indexer/commands/extract.h"
#include "indexer/commands/info.h"
#include "indexer/commands/remove.h"
#include "indexer/commands/verify.h"
#include "indexer/run/interrupt.h"

namespace rapporteur {
namespace {

int fail(const std::string& message) {
  std::cerr << "rapporteur-index: " << printable(message) << '\n';
  return kExitFailed;
}

ReportOptions report_options(const CommandLine& line) {
  ReportOptions report;
  report.quiet = line.quiet;
  report.verbose = line.verbose;
  report.bar = line.progress == When::kAlways ||
               (line.progress == When::kAuto && isatty(STDERR_FILENO) == 1);
  return report;
}

int run_command(const CommandLine& line) {
  const ReportOptions report = report_options(line);
  if (line.command == "add") {
    return run_add({line.index, line.arguments, line.threads, report, &interrupted()}, std::cout,
                   std::cerr);
  }
  if (line.command == "extract") {
    return run_extract({line.arguments, line.threads, report, &interrupted()}, std::cout,
                       std::cerr);
  }
  if (line.command == "remove") {
    return run_remove({line.index, line.arguments, line.quiet}, std::cout, std::cerr);
  }
  if (line.command == "info") return run_info({line.index, line.json}, std::cout, std::cerr);
  if (line.command == "verify") return run_verify({line.index, line.quiet}, std::cout, std::cerr);
  return run_compact({line.index, line.quiet}, std::cout, std::cerr);
}

int run(const std::vector<std::string>& words) {
  auto parsed = parse_command_line(words);
  if (!parsed) return fail(parsed.error().message);
  CommandLine& line = *parsed;
  if (line.version) {
    std::cout << "rapporteur-index " << RAPPORTEUR_VERSION << '\n';
    return kExitDone;
  }
  const CommandEntry* command = find_command(line.command);
  if (line.help) {
    std::cout << help_text(command);
    return kExitDone;
  }
  if (command == nullptr) {
    std::cerr << help_text(nullptr);
    return kExitFailed;
  }
  if (command->needs_index && line.index.empty()) {
    const char* index = std::getenv("RAPPORTEUR_INDEX");
    if (index == nullptr || *index == '\0') {
      return fail(line.command + " needs --index DIR (or RAPPORTEUR_INDEX)");
    }
    line.index = index;
  }
  return run_command(line);
}

}  // namespace
}  // namespace rapporteur

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  rapporteur::catch_signals();
  const int code = rapporteur::run({argv + 1, argv + argc});
  std::cout.flush();
  return code;
}
