// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reading the tables of data/: tab-separated UTF-8, `#` comment lines, then a line of column names,
// then rows.
#pragma once

#include <rapporteur/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// The text of a table as it was when the library was built, by its path below data/
// ("countries/names.tsv"). Empty if there is no such table. The view lives as long as the program.
std::string_view embedded_table(std::string_view path);

// A parsed table. The views in `rows` point into the text that was parsed, which the caller keeps
// alive.
class Table {
 public:
  // Errors name `path` and the line. Every row must have as many cells as the header.
  static Result<Table> parse(std::string_view path, std::string_view text,
                             const std::vector<std::string_view>& columns);
  // The same over embedded_table(path).
  static Result<Table> embedded(std::string_view path,
                                const std::vector<std::string_view>& columns);

  // Rows in file order; cells in the order of `columns` as asked for, whatever their order in the
  // file.
  const std::vector<std::vector<std::string_view>>& rows() const { return rows_; }

 private:
  std::vector<std::vector<std::string_view>> rows_;
};

}  // namespace rapporteur
