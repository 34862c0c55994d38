// SPDX-License-Identifier: GPL-2.0-or-later
//
// Measures of one ranking against judgments, as trec_eval 9 computes them.
#pragma once

#include <rapporteur/result.h>

#include <cstddef>
#include <string>
#include <vector>

#include "benchmarks/recall/trec_files.h"

namespace rapporteur::recall {

// A ranking as its judgments see it: what every measure is computed from.
struct JudgedRanking {
  // The relevance of each rank; kUnjudged where nobody said anything.
  std::vector<int> relevances;
  std::vector<int> ideal;             // all relevances above 0, falling
  std::size_t judged_irrelevant = 0;  // in the whole pool
};
inline constexpr int kUnjudged = -1;

JudgedRanking judged(const std::vector<std::string>& ranking, const Judgments& judgments);

// One measure; a record counts as relevant from relevance 1 on, an unjudged one as irrelevant.
// What the names mean, R being the topic's number of relevant records:
//   nDCG, nDCG@k   gain = relevance, discount log2(rank + 1), over the ideal ranking of all
//                  judgments (K. Järvelin, J. Kekäläinen, ACM TOIS 20, 2002; ndcg, ndcg_cut_k)
//   MAP, MAP@k     sum of the precisions at the relevant ranks, over R (map, map_cut_k)
//   P@k            relevant among the first k, over k, however short the ranking is (P_k)
//   R@k            relevant among the first k, over R (recall_k)
//   Rprec          relevant among the first R, over R (Rprec)
//   MRR            1 / rank of the first relevant record (recip_rank)
//   success@k      1 if the first k hold a relevant record (success_k)
//   bpref          mean over the relevant records found of 1 - n / min(R, N), n being the judged
//                  irrelevant ones above it (R at most), N those of the topic; those not found add
//                  0 (C. Buckley, E. Voorhees, SIGIR 2004, as corrected in trec_eval 8; bpref)
//   judged@k       judged among the first k, over k or the length of a shorter ranking (not in
//                  trec_eval: tells how far the other figures can be trusted)
// A topic without a relevant record has 0 throughout, judged@k excepted.
class Measure {
 public:
  // Reads a name as above, or trec_eval's own in brackets there; case does not matter.
  // kInvalidInput says what is known.
  static Result<Measure> parse(const std::string& name);

  std::string name() const;  // as above
  double of(const JudgedRanking& ranking) const;

 private:
  using Function = double (*)(const JudgedRanking&, std::size_t cut);
  friend struct KnownMeasure;
  Measure(const char* stem, Function function, std::size_t cut)
      : stem_(stem), function_(function), cut_(cut) {}

  const char* stem_;
  Function function_;
  std::size_t cut_;  // 0: none
};

// Several names, joined by commas or in a list; the first that is wrong is the error.
Result<std::vector<Measure>> parse_measures(const std::vector<std::string>& names);

}  // namespace rapporteur::recall
