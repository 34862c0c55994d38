// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-eval compare
#include <algorithm>
#include <cstdio>

#include "benchmarks/recall/evaluation.h"
#include "benchmarks/recall/significance.h"
#include "benchmarks/recall/tool/commands.h"
#include "common/text/printable.h"

namespace rapporteur::recall {

namespace {

constexpr std::size_t kExtremes = 5;

void print_extremes(const Evaluation& evaluation, const std::vector<double>& first,
                    const std::vector<double>& second) {
  std::vector<std::pair<double, std::string>> differences;
  for (std::size_t i = 0; i < first.size(); ++i)
    differences.emplace_back(second[i] - first[i], evaluation.topics[i]);
  std::sort(differences.begin(), differences.end());
  const auto print = [](const char* what, const auto& entry, bool begins) {
    if (begins) std::printf("  %s", what);
    std::printf(" %s %+.3f", printable(entry.second).c_str(), entry.first);
  };
  std::size_t shown = 0;
  for (auto entry = differences.rbegin(); entry != differences.rend() && entry->first > 0.0;
       ++entry)
    if (shown < kExtremes) print("won most: ", *entry, shown++ == 0);
  if (shown > 0) std::printf("\n");
  shown = 0;
  for (auto entry = differences.begin(); entry != differences.end() && entry->first < 0.0; ++entry)
    if (shown < kExtremes) print("lost most:", *entry, shown++ == 0);
  if (shown > 0) std::printf("\n");
}

void print_topics(const Evaluation& evaluation, const std::vector<double>& first,
                  const std::vector<double>& second) {
  for (std::size_t i = 0; i < first.size(); ++i) {
    std::printf("  %-26s %.4f  %.4f  %+.4f\n", printable(evaluation.topics[i]).c_str(), first[i],
                second[i], second[i] - first[i]);
  }
}

}  // namespace

int run_compare(const CommandLine& line) {
  if (line.arguments.size() < 2) return fail("compare needs two runs at least");
  std::vector<std::string> names = line.values("measure");
  if (names.empty()) names = {"nDCG@10"};
  const Result<std::vector<Measure>> measures = parse_measures(names);
  if (!measures.ok()) return fail(measures.error().message);
  const Result<Qrels> qrels = qrels_option(line);
  if (!qrels.ok()) return fail(qrels.error().message);
  std::vector<Evaluation> evaluations;
  for (const std::string& path : line.arguments) {
    const Result<Run> run = read_run(path);
    if (!run.ok()) return fail(run.error().message);
    evaluations.push_back(evaluate(*run, *qrels, *measures));
  }
  for (std::size_t m = 0; m < measures->size(); ++m) {
    const std::string name = (*measures)[m].name();
    const std::vector<double>& first = evaluations[0].values[m];
    for (std::size_t r = 0; r < evaluations.size(); ++r) {
      std::printf("%-28s %s %.4f", printable(line.arguments[r]).c_str(), name.c_str(),
                  evaluations[r].means[m]);
      if (r > 0) {
        const std::vector<double>& own = evaluations[r].values[m];
        const PairedDifference difference = compare_paired(first, own);
        std::printf("  %+.4f  effect %+.2f  p = %.4f\n", difference.mean, difference.effect,
                    difference.p);
        print_extremes(evaluations[r], first, own);
        if (line.has("topics")) print_topics(evaluations[r], first, own);
      } else {
        std::printf("\n");
      }
    }
  }
  return kExitDone;
}

}  // namespace rapporteur::recall
