// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/trec_files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <functional>
#include <string_view>
#include <unordered_set>

namespace rapporteur::recall {

namespace {

// The first words of a line; those that are missing are empty.
using Words = std::array<std::string_view, 6>;

Words words_of(std::string_view line) {
  Words words;
  for (std::string_view& word : words) {
    const std::size_t start = std::min(line.find_first_not_of(" \t\r"), line.size());
    const std::size_t end = std::min(line.find_first_of(" \t\r", start), line.size());
    word = line.substr(start, end - start);
    line.remove_prefix(end);
  }
  return words;
}

template <typename Number>
bool read_number(std::string_view word, Number& number) {
  if (word.starts_with('+')) word.remove_prefix(1);
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size();
}

// Calls `take(words)` for each line that holds something; it answers false for one that makes no
// sense.
Result<void> read_lines(const std::string& path, const char* form,
                        const std::function<bool(const Words&)>& take) {
  std::ifstream file(path);
  if (!file) return Error{ErrorCode::kNotFound, path + " cannot be read"};
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    const Words words = words_of(line);
    if (words[0].empty() || words[0][0] == '#') continue;
    if (!take(words)) {
      return Error{ErrorCode::kInvalidInput,
                   path + ", line " + std::to_string(number) + ": should be \"" + form + "\""};
    }
  }
  return {};
}

Error twice(const std::string& path, const std::string& topic, const std::string& id) {
  return {ErrorCode::kInvalidInput, path + ": topic " + topic + " has " + id + " twice"};
}

}  // namespace

Result<Qrels> read_qrels(const std::string& path) {
  Qrels qrels;
  std::pair<std::string, std::string> repeated;
  const Result<void> read =
      read_lines(path, "topic iteration id relevance", [&](const Words& words) {
        int relevance = 0;
        if (!read_number(words[3], relevance)) return false;
        std::string topic(words[0]), id(words[2]);
        if (!qrels[topic].emplace(id, relevance).second) repeated = {topic, id};
        return true;
      });
  if (!read.ok()) return read.error();
  if (!repeated.second.empty()) return twice(path, repeated.first, repeated.second);
  return qrels;
}

Result<Run> read_run(const std::string& path) {
  std::map<std::string, std::vector<std::pair<double, std::string>>> scored;
  Run run;
  const Result<void> read = read_lines(path, "topic Q0 id rank score tag", [&](const Words& words) {
    double score = 0.0;
    if (words[5].empty() || !read_number(words[4], score)) return false;
    scored[std::string(words[0])].emplace_back(score, words[2]);
    run.tag = words[5];
    return true;
  });
  if (!read.ok()) return read.error();
  for (auto& [topic, hits] : scored) {
    std::sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second > b.second;
    });
    std::vector<std::string>& ranking = run.topics[topic];
    std::unordered_set<std::string> seen;
    for (auto& [score, id] : hits) {
      if (!seen.insert(id).second) return twice(path, topic, id);
      ranking.push_back(std::move(id));
    }
  }
  return run;
}

}  // namespace rapporteur::recall
