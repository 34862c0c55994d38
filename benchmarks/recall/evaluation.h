// SPDX-License-Identifier: GPL-2.0-or-later
//
// A whole run against judgments, topic by topic.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/recall/measures.h"

namespace rapporteur::recall {

// Which topics count.
enum class Topics {
  kJudged,    // all that have judgments; one that the run lacks has 0 (trec_eval -c)
  kAnswered,  // those of them that the run has (trec_eval without -c)
};

struct Evaluation {
  std::vector<std::string> topics;          // ascending
  std::vector<std::vector<double>> values;  // by measure, then topic
  std::vector<double> means;                // by measure, over the topics; 0 without any
};

Evaluation evaluate(const Run& run, const Qrels& qrels, const std::vector<Measure>& measures,
                    Topics topics = Topics::kJudged);

}  // namespace rapporteur::recall
