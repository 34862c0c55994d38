// SPDX-License-Identifier: GPL-2.0-or-later
//
// The programs as their users run them.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur::testing {

inline std::vector<std::string> index_tool_words(std::vector<std::string> words) {
  words.insert(words.begin(), RAPPORTEUR_INDEX_TOOL);
  return words;
}

inline ProgramResult index_tool(std::vector<std::string> words,
                                const ProgramOptions& options = {}) {
  return run_program(index_tool_words(std::move(words)), options);
}

// rapporteur as its users run it.
inline ProgramResult search_tool(std::vector<std::string> words, const std::string& index) {
  words.insert(words.begin(), RAPPORTEUR_TOOL);
  words.insert(words.end(), {"--index", index});
  return run_program(words);
}

// How many records an index has; -1 if `info` fails.
inline long records_in(const std::string& index) {
  const ProgramResult info = index_tool({"info", "--format", "json", "--index", index});
  const auto json = nlohmann::json::parse(info.out, nullptr, false);
  return info.code == 0 && json.is_object() ? json.value("records", -1L) : -1;
}

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// One record of JSON Lines.
inline std::string record_line(const std::string& id, const std::string& text) {
  return nlohmann::json{{"id", id}, {"text", text}}.dump() + '\n';
}

}  // namespace rapporteur::testing
