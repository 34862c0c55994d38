// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-eval score
#include <iomanip>
#include <iostream>

#include "benchmarks/recall/evaluation.h"
#include "benchmarks/recall/tool/commands.h"
#include "common/text/printable.h"

namespace rapporteur::recall {

namespace {

constexpr int kNameWidth = 28;
constexpr int kValueWidth = 10;

void print_head(const std::vector<Measure>& measures) {
  std::cout << std::setw(kNameWidth) << std::left << "";
  for (const Measure& measure : measures)
    std::cout << std::setw(kValueWidth) << std::right << measure.name();
  std::cout << "  tag\n";
}

}  // namespace

int run_score(const CommandLine& line) {
  std::vector<std::string> names = line.values("measure");
  if (names.empty()) names = {"nDCG@10,MAP,P@10,R@100,R@1000,MRR,success@1,bpref,judged@10"};
  const Result<std::vector<Measure>> measures = parse_measures(names);
  if (!measures.ok()) return fail(measures.error().message);
  const Result<Qrels> qrels = qrels_option(line);
  if (!qrels.ok()) return fail(qrels.error().message);
  std::cout << std::fixed << std::setprecision(4);
  bool first = true;
  for (const std::string& path : line.arguments) {
    const Result<Run> run = read_run(path);
    if (!run.ok()) return fail(run.error().message);
    const Evaluation evaluation = evaluate(
        *run, *qrels, *measures, line.has("answered") ? Topics::kAnswered : Topics::kJudged);
    const auto print_row = [&](const std::string& name, const auto& value_of) {
      std::cout << std::setw(kNameWidth) << std::left << printable(name);
      for (std::size_t m = 0; m < measures->size(); ++m)
        std::cout << std::setw(kValueWidth) << std::right << value_of(m);
    };
    if (first) print_head(*measures);
    first = false;
    for (std::size_t t = 0; line.has("topics") && t < evaluation.topics.size(); ++t) {
      print_row(evaluation.topics[t], [&](std::size_t m) { return evaluation.values[m][t]; });
      std::cout << '\n';
    }
    print_row(path, [&](std::size_t m) { return evaluation.means[m]; });
    std::cout << "  " << printable(run->tag) << '\n';
  }
  return kExitDone;
}

}  // namespace rapporteur::recall
