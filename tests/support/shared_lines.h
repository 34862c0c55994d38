// SPDX-License-Identifier: GPL-2.0-or-later
//
// Line by line through the files of the shared test data.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <fstream>
#include <functional>
#include <string>
#include <vector>

namespace rapporteur::testing {

// The cells of a CSV line (RFC 4180 without line breaks inside cells).
inline std::vector<std::string> csv_cells(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"') {
        cells.back() += line[++i];
      } else {
        quoted = !quoted;
      }
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else if (line[i] != '\r') {
      cells.back() += line[i];
    }
  }
  return cells;
}

// Visits each line of a file until `visit` says false.
inline void for_each_line(const std::string& path,
                          const std::function<bool(const std::string&)>& visit) {
  std::ifstream file(path);
  ASSERT_TRUE(file.good()) << path;
  for (std::string line; std::getline(file, line);) {
    if (!visit(line)) break;
  }
}

// The same for a gzipped file; lines keep their newline.
inline void for_each_gz_line(const std::string& path,
                             const std::function<bool(const std::string&)>& visit) {
  gzFile file = gzopen(path.c_str(), "rb");
  ASSERT_NE(file, nullptr) << path;
  std::string line;
  char buffer[1 << 16];
  while (gzgets(file, buffer, sizeof buffer) != nullptr) {
    line += buffer;
    if (line.back() != '\n') continue;
    if (!visit(line)) break;
    line.clear();
  }
  gzclose(file);
}

}  // namespace rapporteur::testing
