// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is to be judged: for each topic the records that some run ranks high (K. Sparck Jones, C.
// van Rijsbergen, 1975; as TREC does it).
#pragma once

#include <iosfwd>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "benchmarks/recall/trec_files.h"

namespace rapporteur::recall {

// Ids to be judged, by topic; ascending, so that a judge cannot tell from the order how an engine
// ranks them.
using Pool = std::map<std::string, std::set<std::string>>;

// The first `depth` records of each topic in each run, those excepted that `judged` judges already.
Pool pool_runs(const std::vector<Run>& runs, std::size_t depth, const Qrels& judged);

// As judgments with relevance -1, which trec_eval reads as "in the pool, not judged".
void write_pool(const Pool& pool, std::ostream& out);

// The records of `qrels` with a relevance below 0.
Pool unjudged_of(const Qrels& qrels);

}  // namespace rapporteur::recall
