// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-eval judge
#include <unistd.h>

#include <fstream>
#include <iostream>

#include "benchmarks/recall/judging.h"
#include "benchmarks/recall/tool/commands.h"
#include "benchmarks/recall/tool/keyboard.h"
#include "benchmarks/recall/tool/open_index.h"
#include "benchmarks/recall/tool/record_view.h"

namespace rapporteur::recall {

namespace {

Result<std::map<std::string, std::string>> read_questions(const std::string& path) {
  std::ifstream file(path);
  if (!file) return Error{ErrorCode::kNotFound, path + " cannot be read"};
  std::map<std::string, std::string> questions;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || tab == 0) {
      return Error{ErrorCode::kInvalidInput, path + ", line " + std::to_string(number) +
                                                 ": should be ID, a tab and a question"};
    }
    questions[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return questions;
}

}  // namespace

int run_judge(const CommandLine& line) {
  if (line.arguments.size() != 1) return fail("judge takes one pool");
  const Result<std::string> queries = needed_option(line, "queries");
  if (!queries.ok()) return fail(queries.error().message);
  const Result<std::string> into = needed_option(line, "into");
  if (!into.ok()) return fail(into.error().message);
  const Result<Qrels> pooled = read_qrels(line.arguments[0]);
  if (!pooled.ok()) return fail(pooled.error().message);
  auto questions = read_questions(*queries);
  if (!questions.ok()) return fail(questions.error().message);
  Result<JudgmentsFile> file = JudgmentsFile::open(*into);
  if (!file.ok()) return fail(file.error().message);
  const Result<Searcher> searcher = open_index(line);
  if (!searcher.ok()) return fail(searcher.error().message);
  const Result<IndexStatistics> statistics = searcher->statistics();
  if (!statistics.ok()) return fail(statistics.error().message);
  const Result<void> noted =
      file->comment("judged from " + line.arguments[0] + " with index " + statistics->fingerprint);
  if (!noted.ok()) return fail(noted.error().message);

  RecordView view(*searcher, std::move(*questions), isatty(STDOUT_FILENO) == 1);
  Keyboard keyboard;
  const JudgingDesk desk = {
      [&] { return keyboard.next(); },
      [&](const std::string& topic) { return view.question(topic); },
      [&](const std::string& topic, const std::string& id) { return view.brief(topic, id); },
      [&](const std::string& id) { return view.whole(id); }, std::cout};
  const Result<SittingResult> sitting = hold_sitting(unjudged_of(*pooled), *file, desk);
  if (!sitting.ok()) return fail(sitting.error().message);
  std::cout << "\n" << sitting->judged << " judged, " << sitting->left << " left\n";
  return sitting->left == 0 ? kExitDone : kExitIncomplete;
}

}  // namespace rapporteur::recall
