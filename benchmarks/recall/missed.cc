// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/missed.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace rapporteur::recall {

namespace {

double share_of(const JudgedStratum& stratum) {
  return stratum.judged == 0
             ? 0.0
             : static_cast<double>(stratum.relevant) / static_cast<double>(stratum.judged);
}

}  // namespace

Interval share_interval(const JudgedStratum& stratum, double confidence) {
  if (stratum.judged >= stratum.size) return {share_of(stratum), share_of(stratum)};
  if (stratum.judged == 0) return {0.0, 1.0};
  using Binomial = boost::math::binomial_distribution<double>;
  const auto trials = static_cast<double>(stratum.judged);
  const auto successes = static_cast<double>(stratum.relevant);
  const double outside = (1.0 - confidence) / 2.0;
  return {stratum.relevant == 0
              ? 0.0
              : Binomial::find_lower_bound_on_p(trials, successes, outside,
                                                Binomial::clopper_pearson_exact_interval),
          stratum.relevant == stratum.judged
              ? 1.0
              : Binomial::find_upper_bound_on_p(trials, successes, outside,
                                                Binomial::clopper_pearson_exact_interval)};
}

MissedEstimate estimate_missed(const std::vector<JudgedStratum>& strata, double confidence) {
  MissedEstimate estimate;
  double below = 0.0;
  double above = 0.0;
  double least = 0.0;
  double most = 0.0;
  for (const JudgedStratum& stratum : strata) {
    const auto size = static_cast<double>(stratum.size);
    const double share = share_of(stratum);
    const Interval interval = share_interval(stratum, confidence);
    estimate.missed += size * share;
    below += std::pow(size * (share - interval.low), 2);
    above += std::pow(size * (interval.high - share), 2);
    least += static_cast<double>(stratum.relevant);
    most += size - static_cast<double>(stratum.judged - stratum.relevant);
  }
  estimate.interval.low = std::max(least, estimate.missed - std::sqrt(below));
  estimate.interval.high = std::min(most, estimate.missed + std::sqrt(above));
  return estimate;
}

std::vector<JudgedStratum> join_alike(std::vector<JudgedStratum> strata) {
  constexpr double kAlike = 1.1;
  const auto rate = [](const JudgedStratum& stratum) {
    return static_cast<double>(stratum.judged) / static_cast<double>(stratum.size);
  };
  strata.erase(std::remove_if(strata.begin(), strata.end(),
                              [](const JudgedStratum& s) { return s.size == 0; }),
               strata.end());
  std::sort(strata.begin(), strata.end(),
            [&](const JudgedStratum& a, const JudgedStratum& b) { return rate(a) < rate(b); });
  std::vector<JudgedStratum> joined;
  double lowest = 0.0;  // rate of what the last one was joined from
  for (const JudgedStratum& stratum : strata) {
    // What was judged whole is certain and must stay so.
    const bool whole = stratum.judged == stratum.size;
    const bool last_whole = !joined.empty() && joined.back().judged == joined.back().size;
    if (joined.empty() || rate(stratum) > kAlike * lowest || whole != last_whole) {
      joined.push_back(stratum);
      lowest = rate(stratum);
      continue;
    }
    joined.back().size += stratum.size;
    joined.back().judged += stratum.judged;
    joined.back().relevant += stratum.relevant;
  }
  return joined;
}

RecallEstimate estimate_recall(std::size_t found, const MissedEstimate& missed) {
  const auto recall = [&](double lost) {
    const auto own = static_cast<double>(found);
    return own + lost == 0.0 ? 1.0 : own / (own + lost);
  };
  return {recall(missed.missed), {recall(missed.interval.high), recall(missed.interval.low)}};
}

}  // namespace rapporteur::recall
