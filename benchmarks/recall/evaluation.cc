// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/evaluation.h"

#include <numeric>

namespace rapporteur::recall {

Evaluation evaluate(const Run& run, const Qrels& qrels, const std::vector<Measure>& measures,
                    Topics topics) {
  Evaluation evaluation;
  evaluation.values.resize(measures.size());
  const std::vector<std::string> nothing;
  for (const auto& [topic, judgments] : qrels) {
    const auto answered = run.topics.find(topic);
    if (answered == run.topics.end() && topics == Topics::kAnswered) continue;
    const JudgedRanking ranking =
        judged(answered == run.topics.end() ? nothing : answered->second, judgments);
    evaluation.topics.push_back(topic);
    for (std::size_t m = 0; m < measures.size(); ++m) {
      evaluation.values[m].push_back(measures[m].of(ranking));
    }
  }
  for (const std::vector<double>& values : evaluation.values) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    evaluation.means.push_back(values.empty() ? 0.0 : sum / static_cast<double>(values.size()));
  }
  return evaluation;
}

}  // namespace rapporteur::recall
