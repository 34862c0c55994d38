// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/measures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace rapporteur::recall {

namespace {

double discounted(double gain, std::size_t rank) {
  return gain / std::log2(static_cast<double>(rank) + 1.0);
}

int relevance_of(const std::unordered_map<std::string, int>& judgments, const std::string& id) {
  const auto found = judgments.find(id);
  return found == judgments.end() ? 0 : std::max(0, found->second);
}

double ndcg(const std::vector<int>& relevances, std::vector<int> ideal, std::size_t cut) {
  std::sort(ideal.begin(), ideal.end(), std::greater<>());
  double gain = 0.0;
  double best = 0.0;
  for (std::size_t i = 0; i < cut; ++i) {
    if (i < relevances.size()) gain += discounted(relevances[i], i + 1);
    if (i < ideal.size()) best += discounted(ideal[i], i + 1);
  }
  return best == 0.0 ? 0.0 : gain / best;
}

double relevant_within(const std::vector<int>& relevances, std::size_t cut) {
  const auto end =
      relevances.begin() + static_cast<std::ptrdiff_t>(std::min(cut, relevances.size()));
  return static_cast<double>(std::count_if(relevances.begin(), end, [](int r) { return r > 0; }));
}

}  // namespace

Measures measure(const std::vector<std::string>& ranking,
                 const std::unordered_map<std::string, int>& judgments) {
  std::vector<int> relevances;
  double judged_in_ten = 0.0;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    relevances.push_back(relevance_of(judgments, ranking[i]));
    if (i < 10 && judgments.count(ranking[i]) > 0) ++judged_in_ten;
  }
  std::vector<int> ideal;
  double relevant = 0.0;
  for (const auto& [id, relevance] : judgments) {
    if (relevance <= 0) continue;
    ideal.push_back(relevance);
    ++relevant;
  }
  double precision_sum = 0.0;
  double found = 0.0;
  double reciprocal_rank = 0.0;
  for (std::size_t i = 0; i < relevances.size(); ++i) {
    if (relevances[i] == 0) continue;
    ++found;
    if (found == 1.0) reciprocal_rank = 1.0 / static_cast<double>(i + 1);
    precision_sum += found / static_cast<double>(i + 1);
  }
  const double all = std::max(1.0, relevant);
  return {{"nDCG@10", ndcg(relevances, ideal, 10)},
          {"MAP", precision_sum / all},
          {"P@10", relevant_within(relevances, 10) / 10.0},
          {"R@100", relevant_within(relevances, 100) / all},
          {"R@1000", relevant_within(relevances, 1000) / all},
          {"MRR", reciprocal_rank},
          {"success@1", relevant_within(relevances, 1)},
          {"judged@10", judged_in_ten / 10.0}};
}

std::map<std::string, Measures> measure(const Run& run, const Qrels& qrels) {
  std::map<std::string, Measures> topics;
  for (const auto& [topic, judgments] : qrels) {
    const bool any =
        std::any_of(judgments.begin(), judgments.end(), [](const auto& j) { return j.second > 0; });
    if (!any) continue;
    const auto ranking = run.find(topic);
    topics[topic] =
        measure(ranking == run.end() ? std::vector<std::string>() : ranking->second, judgments);
  }
  return topics;
}

Measures mean(const std::map<std::string, Measures>& topics) {
  Measures sums;
  for (const auto& [topic, measures] : topics) {
    if (sums.empty()) {
      sums = measures;
      continue;
    }
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i].second += measures[i].second;
  }
  for (auto& [name, value] : sums) value /= static_cast<double>(topics.size());
  return sums;
}

double randomisation_test(const std::vector<double>& a, const std::vector<double>& b, int rounds) {
  std::vector<double> differences;
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    differences.push_back(a[i] - b[i]);
    sum += differences.back();
  }
  std::mt19937_64 random(20'180'213);
  int as_far = 0;
  for (int round = 0; round < rounds; ++round) {
    double changed = 0.0;
    std::uint64_t signs = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      if (i % 64 == 0) signs = random();
      changed += (signs & 1u) != 0 ? differences[i] : -differences[i];
      signs >>= 1;
    }
    as_far += std::abs(changed) >= std::abs(sum) - 1e-12;
  }
  return (as_far + 1.0) / (rounds + 1.0);
}

}  // namespace rapporteur::recall
