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

Result<std::string> needed_option(const CommandLine& line, const std::string& option) {
  if (std::optional<std::string> value = line.value(option)) return std::move(*value);
  return Error{ErrorCode::kInvalidInput, std::string(line.command->name) + " needs --" + option};
}

Result<Qrels> qrels_option(const CommandLine& line) {
  const Result<std::string> path = needed_option(line, "qrels");
  if (!path.ok()) return path.error();
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
  if (name == "pool") return run_pool(*line);
  if (name == "judge") return run_judge(*line);
  if (name == "sample") return run_sample(*line);
  if (name == "recall") return run_recall(*line);
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
