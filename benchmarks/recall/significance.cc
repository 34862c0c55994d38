// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/significance.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>

namespace rapporteur::recall {

namespace {

constexpr std::size_t kMostExact = 20;
constexpr int kDraws = 100'000;

// What two sums that are equal on paper may differ by.
double tolerance(double sum) {
  return 1e-12 + 1e-9 * std::abs(sum);
}

// Over all swaps, in the order of a Gray code: one sign changes at a time.
double exact_p(const std::vector<double>& differences, double sum) {
  const std::uint64_t swaps = std::uint64_t{1} << differences.size();
  const double least = std::abs(sum) - tolerance(sum);
  std::uint64_t as_far = 0;
  double swapped = sum;
  std::uint64_t signs = 0;
  for (std::uint64_t i = 1;; ++i) {
    as_far += std::abs(swapped) >= least ? 1 : 0;
    if (i == swaps) break;
    const auto changed = static_cast<std::size_t>(std::countr_zero(i));
    signs ^= std::uint64_t{1} << changed;
    const bool negative = ((signs >> changed) & 1u) != 0;
    swapped += (negative ? -2.0 : 2.0) * differences[changed];
  }
  return static_cast<double>(as_far) / static_cast<double>(swaps);
}

double drawn_p(const std::vector<double>& differences, double sum) {
  std::mt19937_64 random(20'180'213);
  const double least = std::abs(sum) - tolerance(sum);
  int as_far = 0;
  for (int draw = 0; draw < kDraws; ++draw) {
    double swapped = 0.0;
    std::uint64_t signs = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      if (i % 64 == 0) signs = random();
      swapped += (signs & 1u) != 0 ? differences[i] : -differences[i];
      signs >>= 1;
    }
    as_far += std::abs(swapped) >= least ? 1 : 0;
  }
  // The values as they are count as one draw: p is never 0.
  return (as_far + 1.0) / (kDraws + 1.0);
}

}  // namespace

PairedDifference compare_paired(const std::vector<double>& first,
                                const std::vector<double>& second) {
  std::vector<double> differences;  // a topic without one does not change any sum
  double sum = 0.0;
  double squares = 0.0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const double difference = second[i] - first[i];
    if (difference == 0.0) continue;
    differences.push_back(difference);
    sum += difference;
    squares += difference * difference;
  }
  if (differences.empty()) return {};
  const auto topics = static_cast<double>(first.size());
  PairedDifference result;
  result.mean = sum / topics;
  if (topics > 1.0) {
    const double variance = (squares - topics * result.mean * result.mean) / (topics - 1.0);
    if (variance > 1e-18) result.effect = result.mean / std::sqrt(variance);
  }
  result.p =
      differences.size() <= kMostExact ? exact_p(differences, sum) : drawn_p(differences, sum);
  return result;
}

}  // namespace rapporteur::recall
