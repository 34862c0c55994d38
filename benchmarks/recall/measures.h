// SPDX-License-Identifier: GPL-2.0-or-later
//
// Measures of a ranking against judgments, as trec_eval 9 computes them.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "benchmarks/recall/trec_files.h"

namespace rapporteur::recall {

// The measures of one topic, by name: "nDCG@10", "MAP", "P@10", "R@100", "R@1000", "MRR",
// "success@1", "judged@10".
using Measures = std::vector<std::pair<std::string, double>>;

// Of one ranking. nDCG: gain = relevance, discount log2(rank + 1), ideal over all judgments of the
// topic (K. Järvelin, J. Kekäläinen, ACM TOIS 20, 2002). Unjudged records count as not relevant.
Measures measure(const std::vector<std::string>& ranking,
                 const std::unordered_map<std::string, int>& judgments);

// By topic, for every topic that has a relevant record; one that the run lacks counts as an empty
// ranking.
std::map<std::string, Measures> measure(const Run& run, const Qrels& qrels);

// The mean over topics.
Measures mean(const std::map<std::string, Measures>& topics);

// Two-sided p-value of the difference of two runs' paired topic values: the share of `rounds`
// random sign changes whose mean is at least as far from zero (M. Smucker, J. Allan, B. Carterette,
// CIKM 2007). Seeded: the same input gives the same answer.
double randomisation_test(const std::vector<double>& a, const std::vector<double>& b,
                          int rounds = 100'000);

}  // namespace rapporteur::recall
