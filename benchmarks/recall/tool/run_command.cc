// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-eval run
#include <array>
#include <fstream>
#include <iostream>

#include "benchmarks/recall/run_suite.h"
#include "benchmarks/recall/suite_file.h"
#include "benchmarks/recall/suite_table.h"
#include "benchmarks/recall/tool/commands.h"
#include "common/text/printable.h"

namespace rapporteur::recall {

namespace {

Result<std::map<std::string, std::string>> variables_of(const CommandLine& line) {
  std::map<std::string, std::string> variables;
  for (const std::string& word : line.values("set")) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals == 0) {
      return Error{ErrorCode::kInvalidInput, "--set should be NAME=VALUE, not \"" + word + "\""};
    }
    variables[word.substr(0, equals)] = word.substr(equals + 1);
  }
  return variables;
}

}  // namespace

int run_suite_command(const CommandLine& line) {
  constexpr std::array<const char*, 3> kFormats = {"text", "csv", "markdown"};
  const Result<std::size_t> format =
      parse_choice("format", line.value("format").value_or("text"), kFormats);
  if (!format.ok()) return fail(format.error().message);
  if (line.arguments.size() != 1) return fail("run takes one suite");
  const auto variables = variables_of(line);
  if (!variables.ok()) return fail(variables.error().message);
  const Result<Suite> suite = read_suite(line.arguments[0], *variables);
  if (!suite.ok()) return fail(suite.error().message);

  SuiteOptions options;
  options.work = line.value("work").value_or("build/suite");
  options.fresh = line.has("fresh");
  options.collections = line.values("collection");
  options.configurations = line.values("configuration");
  const bool quiet = line.has("quiet");
  const Result<MadeRuns> made = run_suite(*suite, options, [&](const std::string& text) {
    if (!quiet) std::cerr << "rapporteur-eval: " << printable(text) << std::endl;
  });
  if (!made.ok()) return fail(made.error().message);
  const Result<SuiteFigures> figures = measure_suite(*suite, made->runs);
  if (!figures.ok()) return fail(figures.error().message);
  const std::array<std::string, 3> tables = {text_table(*figures), csv_table(*figures),
                                             markdown_table(*figures)};
  constexpr std::array<const char*, 3> kFiles = {"table.txt", "table.csv", "table.md"};
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const std::string path = options.work + '/' + kFiles[i];
    if (!(std::ofstream(path) << tables[i]).flush()) return fail(path + " cannot be written");
  }
  std::cout << tables[*format];
  return made->complete && !made->runs.empty() ? kExitDone : kExitIncomplete;
}

}  // namespace rapporteur::recall
