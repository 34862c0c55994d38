// SPDX-License-Identifier: GPL-2.0-or-later
//
// The files of retrieval experiments in TREC's forms: judgments (qrels) and runs. Blank lines and
// lines that begin with '#' are passed over in both.
#pragma once

#include <rapporteur/result.h>

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace rapporteur::recall {

// How relevant each record of a topic's pool is, by id: 0 not, 1 and above relevant; below 0: it
// was in the pool and nobody judged it.
using Judgments = std::unordered_map<std::string, int>;
using Qrels = std::map<std::string, Judgments>;

// One engine's answers.
struct Run {
  // Ranked ids by topic, in trec_eval's order: by score falling, ties by id falling (as bytes); the
  // printed ranks are ignored.
  std::map<std::string, std::vector<std::string>> topics;
  std::string tag;  // of the last line
};

// Lines "topic iteration id relevance". Errors name file and line, or the id that a topic has
// twice.
Result<Qrels> read_qrels(const std::string& path);

// Lines "topic Q0 id rank score tag". An id that a topic has twice is an error, as in trec_eval.
Result<Run> read_run(const std::string& path);

}  // namespace rapporteur::recall
