// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/table.h"

#include <algorithm>

#include "common/vocabulary/embedded_tables.h"

namespace rapporteur {

namespace {

std::vector<std::string_view> split_cells(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::string at_line(std::string_view path, std::size_t line) {
  return std::string(path) + ", line " + std::to_string(line) + ": ";
}

}  // namespace

std::string_view embedded_table(std::string_view path) {
  for (const EmbeddedTable* table = kEmbeddedTables; table->path != nullptr; ++table) {
    if (path == table->path) return table->text;
  }
  return {};
}

Result<Table> Table::parse(std::string_view path, std::string_view text,
                           const std::vector<std::string_view>& columns) {
  Table table;
  std::vector<std::size_t> order;  // order[i]: where the i-th asked column stands in the file
  std::size_t width = 0;
  for (std::size_t line_number = 1; !text.empty(); ++line_number) {
    const std::size_t newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> cells = split_cells(line);
    if (width == 0) {
      width = cells.size();
      for (const std::string_view column : columns) {
        const auto found = std::find(cells.begin(), cells.end(), column);
        if (found == cells.end()) {
          return Error{ErrorCode::kInvalidInput, at_line(path, line_number) + "no column named \"" +
                                                     std::string(column) + "\""};
        }
        order.push_back(static_cast<std::size_t>(found - cells.begin()));
      }
      continue;
    }
    if (cells.size() != width) {
      return Error{ErrorCode::kInvalidInput,
                   at_line(path, line_number) + "has " + std::to_string(cells.size()) +
                       " cells where the header has " + std::to_string(width)};
    }
    std::vector<std::string_view>& row = table.rows_.emplace_back();
    for (const std::size_t cell : order) row.push_back(cells[cell]);
  }
  if (width == 0)
    return Error{ErrorCode::kInvalidInput, std::string(path) + ": no table, or an empty one"};
  return table;
}

Result<Table> Table::embedded(std::string_view path, const std::vector<std::string_view>& columns) {
  return parse(path, embedded_table(path), columns);
}

}  // namespace rapporteur
