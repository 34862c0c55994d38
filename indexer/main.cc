// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-index: from the command line to a command. The only place of the indexer that reads
// the environment and knows about terminals and signals.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "common/text/printable.h"
#include "indexer/commands/add.h"
#include "indexer/commands/compact.h"
#include "indexer/commands/exit_code.h"
#include "indexer/commands/extract.h"
#include "indexer/commands/info.h"
#include "indexer/commands/remove.h"
#include "indexer/commands/verify.h"
#include "indexer/program_table.h"
#include "indexer/run/guarded_run.h"
#include "indexer/run/interrupt.h"

namespace rapporteur {
namespace {

int fail(const std::string& message) {
  std::cerr << "rapporteur-index: " << printable(message) << '\n';
  return kExitFailed;
}

Result<ReportOptions> report_options(const CommandLine& line) {
  static constexpr std::array<const char*, 3> kWhens = {"auto", "always", "never"};
  const auto when = parse_choice("progress", line.value("progress").value_or("auto"), kWhens);
  if (!when) return when.error();
  ReportOptions report;
  report.quiet = line.has("quiet");
  report.verbose = line.has("verbose");
  report.bar = *when == 1 || (*when == 0 && isatty(STDERR_FILENO) == 1);
  return report;
}

Result<unsigned> threads(const CommandLine& line) {
  const auto typed = line.value("threads");
  if (!typed) return 0u;
  const auto number = parse_number("threads", *typed, 1, 256);
  if (!number) return number.error();
  return static_cast<unsigned>(*number);
}

// --profile, then --field, which says it better.
Result<FieldMap> fields(const CommandLine& line) {
  FieldMap map;
  for (const std::string& name : line.values("profile")) {
    const auto text = find_profile(name);
    if (!text) return text.error();
    if (auto added = map.add_profile(name, *text); !added) return added.error();
  }
  for (const std::string& mapping : line.values("field")) {
    if (auto added = map.add(mapping); !added) {
      return Error{added.error().code, "--field " + added.error().message};
    }
  }
  return map;
}

// `code`, unless what was printed could not be written.
int written(int code) {
  if (std::cout.flush()) return code;
  std::cerr << "rapporteur-index: the output could not be written: " << std::strerror(errno)
            << '\n';
  return kExitFailed;
}

int run_command(const CommandLine& line, const std::string& index) {
  static constexpr std::array<const char*, 2> kFormats = {"text", "json"};
  const std::string name = line.command->name;
  const auto report = report_options(line);
  if (!report) return fail(report.error().message);
  const auto workers = threads(line);
  if (!workers) return fail(workers.error().message);
  const auto mapping = fields(line);
  if (!mapping) return fail(mapping.error().message);
  RunOptions run = {line.arguments, *workers, line.value("rejects").value_or(""), *report, *mapping,
                    &interrupted(), nullptr};
  const auto format = parse_choice("format", line.value("format").value_or("text"), kFormats);
  if (!format) return fail(format.error().message);
  if (name == "add" || name == "extract") {
    const bool can_repeat =
        std::find(run.inputs.begin(), run.inputs.end(), kStandardInput) == run.inputs.end();
    const auto attempt = [&](Guard& guard) {
      run.guard = &guard;
      return name == "add" ? run_add({index, line.has("again"), run}, std::cout, std::cerr)
                           : run_extract({run, line.values("why")}, std::cout, std::cerr);
    };
    return run_guarded({}, can_repeat, attempt, [](const std::string& message) {
      std::cerr << "rapporteur-index: " << printable(message) << '\n';
    });
  }
  if (name == "info") return run_info({index, *format == 1}, std::cout, std::cerr);
  // Xapian may crash on tables that are damaged.
  const auto attempt = [&](Guard&) {
    int code = 0;
    if (name == "remove") {
      code = run_remove({index, line.arguments, report->quiet}, std::cout, std::cerr);
    } else if (name == "verify") {
      code = run_verify({index, report->quiet}, std::cout, std::cerr);
    } else {
      code = run_compact({index, report->quiet}, std::cout, std::cerr);
    }
    return written(code);
  };
  return run_guarded({}, false, attempt, [&](const std::string&) {
    std::cerr << "rapporteur-index: reading the index \"" << printable(index)
              << "\" crashed the program: it is damaged; index its sources anew, into a new "
                 "folder\n";
  });
}

bool needs_index(const CommandEntry& command) {
  return std::find(command.options.begin(), command.options.end(), "index") !=
         command.options.end();
}

int run(const std::vector<std::string>& words) {
  const auto line = parse_command_line(index_program_table(), words);
  if (!line) return fail(line.error().message);
  if (line->has("version")) {
    std::cout << "rapporteur-index " << RAPPORTEUR_VERSION << '\n';
    return kExitDone;
  }
  if (line->has("help")) {
    std::cout << help_text(index_program_table(), line->command);
    return kExitDone;
  }
  if (line->command == nullptr) {
    std::cerr << help_text(index_program_table(), nullptr);
    return kExitFailed;
  }
  std::string index = line->value("index").value_or("");
  if (needs_index(*line->command) && index.empty()) {
    const char* variable = std::getenv("RAPPORTEUR_INDEX");
    if (variable == nullptr || *variable == '\0') {
      return fail(std::string(line->command->name) + " needs --index DIR (or RAPPORTEUR_INDEX)");
    }
    index = variable;
  }
  return run_command(*line, index);
}

// A program that is started with its standard input closed must not read the first file it opens in
// its place: reading it fails then, as it should.
void keep_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) ::open("/dev/null", O_WRONLY);
  }
}

}  // namespace
}  // namespace rapporteur

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  rapporteur::keep_standard_descriptors();
  rapporteur::catch_signals();
  return rapporteur::written(rapporteur::run({argv + 1, argv + argc}));
}
