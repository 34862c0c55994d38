// SPDX-License-Identifier: GPL-2.0-or-later
//
// The files of retrieval experiments in TREC's forms: judgments (qrels) and runs.
#pragma once

#include <rapporteur/result.h>

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace rapporteur::recall {

// How relevant each judged record is, by topic: 0 not, 1 and above relevant.
using Qrels = std::map<std::string, std::unordered_map<std::string, int>>;

// Ranked ids by topic, in trec_eval's order: by score falling, ties by id falling; the printed
// ranks are ignored.
using Run = std::map<std::string, std::vector<std::string>>;

// Lines "topic iteration id relevance". Errors name file and line.
Result<Qrels> read_qrels(const std::string& path);

// Lines "topic Q0 id rank score tag". An id that a topic has twice is an error, as in trec_eval.
Result<Run> read_run(const std::string& path);

}  // namespace rapporteur::recall
