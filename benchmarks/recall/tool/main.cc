// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-eval: from the command line to a command.
#include <csignal>
#include <iostream>

#include "benchmarks/recall/tool/commands.h"
#include "benchmarks/recall/tool/program_table.h"
#include "common/text/printable.h"

namespace rapporteur::recall {

int fail(const std::string& message) {
  std::cerr << "rapporteur-eval: " << printable(message) << '\n';
  return kExitError;
}

Result<Qrels> qrels_option(const CommandLine& line) {
  const std::optional<std::string> path = line.value("qrels");
  if (!path)
    return Error{ErrorCode::kInvalidInput, std::string(line.command->name) + " needs --qrels FILE"};
  return read_qrels(*path);
}

namespace {

int run(const std::vector<std::string>& words) {
  const Result<CommandLine> line = parse_command_line(program_table(), words);
  if (!line.ok()) return fail(line.error().message);
  if (line->has("version")) {
    std::cout << "rapporteur-eval " << RAPPORTEUR_VERSION << '\n';
    return kExitDone;
  }
  if (line->has("help")) {
    std::cout << help_text(program_table(), line->command);
    return kExitDone;
  }
  if (line->command == nullptr) {
    std::cerr << help_text(program_table(), nullptr);
    return kExitError;
  }
  const std::string name = line->command->name;
  if (name == "score") return run_score(*line);
  if (name == "compare") return run_compare(*line);
  return run_suite_command(*line);
}

}  // namespace
}  // namespace rapporteur::recall

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);  // `rapporteur-eval ... | head` ends quietly
  const int code = rapporteur::recall::run({argv + 1, argv + argc});
  std::cout.flush();
  if (!std::cout) {
    std::cerr << "rapporteur-eval: standard output could not be written\n";
    return rapporteur::recall::kExitError;
  }
  return code;
}
