// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>

#include "benchmarks/recall/evaluation.h"
#include "benchmarks/recall/significance.h"
#include "benchmarks/recall/suite_table.h"

namespace rapporteur::recall {

namespace {

struct EvaluatedRun {
  const MadeRun* run;
  std::string tag;
  Evaluation evaluation;
};

// The one of `runs` that is a baseline and best by the measure; nullptr if none is.
const EvaluatedRun* best_baseline(const Suite& suite, const std::vector<EvaluatedRun>& runs,
                                  std::size_t measure) {
  const EvaluatedRun* best = nullptr;
  for (const EvaluatedRun& run : runs) {
    const auto& names = suite.baselines;
    if (std::find(names.begin(), names.end(), run.run->configuration) == names.end()) continue;
    if (best == nullptr || run.evaluation.means[measure] > best->evaluation.means[measure])
      best = &run;
  }
  return best;
}

void add_figures(const Suite& suite, const std::vector<EvaluatedRun>& runs, SuiteFigures& all) {
  for (const EvaluatedRun& run : runs) {
    for (std::size_t m = 0; m < all.measures.size(); ++m) {
      Figure figure;
      figure.collection = run.run->collection;
      figure.topics = run.evaluation.topics.size();
      figure.configuration = run.run->configuration;
      figure.tag = run.tag;
      figure.measure = all.measures[m];
      figure.value = run.evaluation.means[m];
      if (const EvaluatedRun* baseline = best_baseline(suite, runs, m)) {
        figure.baseline = baseline->run->configuration;
        figure.baseline_value = baseline->evaluation.means[m];
        if (baseline != &run)
          figure.p = compare_paired(baseline->evaluation.values[m], run.evaluation.values[m]).p;
      }
      all.figures.push_back(std::move(figure));
    }
  }
}

void add_means(const Suite& suite, SuiteFigures& all) {
  for (const Configuration& configuration : suite.configurations) {
    for (const std::string& measure : all.measures) {
      Mean mean{configuration.name, measure};
      for (const Figure& figure : all.figures) {
        if (figure.configuration != mean.configuration || figure.measure != measure) continue;
        ++mean.collections;
        mean.value += figure.value;
        mean.baseline_value += figure.baseline_value;
        mean.above += figure.significant() && figure.value > figure.baseline_value ? 1 : 0;
        mean.below += figure.significant() && figure.value < figure.baseline_value ? 1 : 0;
      }
      if (mean.collections == 0) continue;
      mean.value /= static_cast<double>(mean.collections);
      mean.baseline_value /= static_cast<double>(mean.collections);
      all.means.push_back(std::move(mean));
    }
  }
}

}  // namespace

Result<SuiteFigures> measure_suite(const Suite& suite, const std::vector<MadeRun>& runs) {
  const Result<std::vector<Measure>> measures = parse_measures(suite.measures);
  if (!measures.ok()) return measures.error();
  SuiteFigures all;
  for (const Measure& measure : *measures) all.measures.push_back(measure.name());
  for (const Collection& collection : suite.collections) {
    std::vector<EvaluatedRun> evaluated;
    std::optional<Qrels> qrels;
    for (const MadeRun& made : runs) {
      if (made.collection != collection.name) continue;
      if (!qrels) {
        Result<Qrels> read = read_qrels(collection.qrels);
        if (!read.ok()) return read.error();
        qrels = std::move(*read);
      }
      const Result<Run> run = read_run(made.path);
      if (!run.ok()) return run.error();
      evaluated.push_back({&made, run->tag, evaluate(*run, *qrels, *measures)});
    }
    add_figures(suite, evaluated, all);
  }
  add_means(suite, all);
  return all;
}

}  // namespace rapporteur::recall
