// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/trec_files.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>
#include <unordered_set>

namespace rapporteur::recall {

namespace {

// Calls `take(words)` for each line that is not blank; it answers false for a line that makes no
// sense.
Result<void> read_lines(const std::string& path, const char* form,
                        const std::function<bool(std::istringstream&)>& take) {
  std::ifstream file(path);
  if (!file) return Error{ErrorCode::kNotFound, path + " cannot be read"};
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::istringstream words(line);
    if (!take(words)) {
      return Error{ErrorCode::kInvalidInput,
                   path + ", line " + std::to_string(number) + ": should be \"" + form + "\""};
    }
  }
  return {};
}

}  // namespace

Result<Qrels> read_qrels(const std::string& path) {
  Qrels qrels;
  const Result<void> read =
      read_lines(path, "topic iteration id relevance", [&](std::istringstream& words) {
        std::string topic, iteration, id;
        int relevance = 0;
        if (!(words >> topic >> iteration >> id >> relevance)) return false;
        qrels[topic][id] = relevance;
        return true;
      });
  if (!read.ok()) return read.error();
  return qrels;
}

Result<Run> read_run(const std::string& path) {
  std::map<std::string, std::vector<std::pair<double, std::string>>> scored;
  const Result<void> read =
      read_lines(path, "topic Q0 id rank score tag", [&](std::istringstream& words) {
        std::string topic, q0, id, rank;
        double score = 0.0;
        if (!(words >> topic >> q0 >> id >> rank >> score)) return false;
        scored[topic].emplace_back(score, id);
        return true;
      });
  if (!read.ok()) return read.error();
  Run run;
  for (auto& [topic, hits] : scored) {
    std::sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second > b.second;
    });
    std::unordered_set<std::string> seen;
    for (auto& [score, id] : hits) {
      if (!seen.insert(id).second) {
        return Error{ErrorCode::kInvalidInput, path + ": topic " + topic + " has " + id + " twice"};
      }
      run[topic].push_back(std::move(id));
    }
  }
  return run;
}

}  // namespace rapporteur::recall
