// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/pool.h"

#include <algorithm>
#include <ostream>

namespace rapporteur::recall {

namespace {

bool is_judged(const Qrels& qrels, const std::string& topic, const std::string& id) {
  const auto judgments = qrels.find(topic);
  if (judgments == qrels.end()) return false;
  const auto judgment = judgments->second.find(id);
  return judgment != judgments->second.end() && judgment->second >= 0;
}

}  // namespace

Pool pool_runs(const std::vector<Run>& runs, std::size_t depth, const Qrels& judged) {
  Pool pool;
  for (const Run& run : runs) {
    for (const auto& [topic, ranking] : run.topics) {
      const std::size_t end = std::min(depth, ranking.size());
      for (std::size_t i = 0; i < end; ++i) {
        if (!is_judged(judged, topic, ranking[i])) pool[topic].insert(ranking[i]);
      }
    }
  }
  return pool;
}

void write_pool(const Pool& pool, std::ostream& out) {
  for (const auto& [topic, ids] : pool) {
    for (const std::string& id : ids) out << topic << " 0 " << id << " -1\n";
  }
}

Pool unjudged_of(const Qrels& qrels) {
  Pool pool;
  for (const auto& [topic, judgments] : qrels) {
    for (const auto& [id, relevance] : judgments) {
      if (relevance < 0) pool[topic].insert(id);
    }
  }
  return pool;
}

}  // namespace rapporteur::recall
