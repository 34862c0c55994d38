// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether two runs differ by more than chance.
#pragma once

#include <vector>

namespace rapporteur::recall {

// The difference of two runs' values over the same topics.
struct PairedDifference {
  double mean = 0.0;  // of second - first
  // Mean over standard deviation of the topics' differences (Cohen's d for pairs): 0.2 is called
  // small, 0.5 medium, 0.8 large. 0 where all are equal to the mean.
  double effect = 0.0;
  // Two-sided p-value of the paired randomisation test: how often the mean is at least as far from
  // zero when each topic's two values are swapped at random (R. Fisher; for retrieval M. Smucker,
  // J. Allan, B. Carterette, CIKM 2007). 1 without a difference.
  double p = 1.0;
};

// Up to 20 topics that differ, all swaps are counted and p is exact; beyond, 100,000 are drawn with
// a fixed seed, so that the same values always give the same p (to about +-0.0014 at p = 0.05).
// `first` and `second` are of one length.
PairedDifference compare_paired(const std::vector<double>& first,
                                const std::vector<double>& second);

}  // namespace rapporteur::recall
