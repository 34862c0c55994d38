// SPDX-License-Identifier: GPL-2.0-or-later
//
// How many relevant records a search has missed, estimated from judged random samples.
#pragma once

#include <cstddef>
#include <vector>

namespace rapporteur::recall {

struct Interval {
  double low = 0.0;
  double high = 0.0;
};

// A random sample of one stratum, judged.
struct JudgedStratum {
  std::size_t size = 0;      // records in the stratum
  std::size_t judged = 0;    // of them, drawn at random
  std::size_t relevant = 0;  // of those judged
};

// The share of relevant records in the stratum: the exact interval of C. Clopper and E. Pearson
// (Biometrika 26, 1934), which holds the true share in at least `confidence` of all samples, also
// where nothing relevant was drawn. (It is for drawing with repetition; without, it is wider than
// need be.) A stratum that was judged whole has no doubt; one of which nothing was judged, or that
// is empty, has [0, 1] and [0, 0].
Interval share_interval(const JudgedStratum& stratum, double confidence);

struct MissedEstimate {
  double missed = 0.0;  // sum of size * relevant / judged
  Interval interval;
};

// The number of relevant records in all strata together. The interval joins the strata's own by
// G. Zou and A. Donner's method (MOVER; for sums of proportions G. Zou, W. Huang, X. Zhang,
// Computational Statistics and Data Analysis 53, 2009): each side is the root of the summed squares
// of their distances to the estimate. Never below the relevant records that were judged themselves.
MissedEstimate estimate_missed(const std::vector<JudgedStratum>& strata, double confidence = 0.95);

// Strata that were sampled at about the same rate (within a tenth) made one each: together they are
// a random sample of their union, spread more evenly than chance would (proportional allocation),
// and one large sample says more than many small ones. For sums over topics.
std::vector<JudgedStratum> join_alike(std::vector<JudgedStratum> strata);

// Recall = found / (found + missed), `found` being known.
struct RecallEstimate {
  double recall = 1.0;
  Interval interval{1.0, 1.0};
};
RecallEstimate estimate_recall(std::size_t found, const MissedEstimate& missed);

}  // namespace rapporteur::recall
