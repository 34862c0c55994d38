// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/table_rows.h"

#include <csv.h>

#include <algorithm>
#include <deque>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

constexpr std::size_t kStepBytes = 16 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// A row as an object of strings; empty cells are missing.
std::string as_json(const std::vector<std::string>& columns,
                    const std::vector<std::string>& cells) {
  using Json = nlohmann::ordered_json;
  Json row = Json::object();
  for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
    if (!columns[i].empty() && !trim(cells[i]).empty()) row[columns[i]] = cells[i];
  }
  return row.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

// libcsv calls back for each cell and row; rows that are whole wait in `ready`.
struct TableRows::State {
  State(PeekStream& from, char separator, std::size_t most)
      : stream(from), max_bytes(most), buffer(kStepBytes) {
    start_parser(static_cast<unsigned char>(separator));
  }
  ~State() {
    if (usable) csv_free(&parser);
  }

  void start_parser(unsigned char separator) {
    usable = csv_init(&parser, CSV_APPEND_NULL) == 0;
    if (usable) csv_set_delim(&parser, separator);
  }

  bool is_inside_quotes() const {
    constexpr int kFieldBegun = 2;  // libcsv's own number
    return parser.pstate == kFieldBegun && parser.quoted != 0;
  }

  // A quote that nothing closes has swallowed all that follows: reads its line anew with the quote
  // as a plain character, and what comes behind as rows again. False if that happens too often.
  bool read_swallowed_lines() {
    constexpr int kMostTimes = 1000;
    if (++unclosed > kMostTimes || row_raw.empty()) return false;
    const std::string raw = std::exchange(row_raw, {});
    const std::size_t line_end = std::min(raw.find('\n'), raw.size() - 1) + 1;
    const unsigned char separator = csv_get_delim(&parser);
    csv_free(&parser);
    start_parser(separator);
    if (!usable) return false;
    csv_set_quote(&parser, '\0');
    cells.clear();
    bytes = row_bytes = 0;
    number = row_line;
    csv_parse(&parser, raw.data(), line_end, &State::on_cell, &State::on_row, this);
    csv_fini(&parser, &State::on_cell, &State::on_row, this);
    csv_set_quote(&parser, '"');
    ++number;
    // What was read of the stream behind the row comes after it.
    std::vector<char> rest(raw.begin() + static_cast<std::ptrdiff_t>(line_end), raw.end());
    rest.insert(rest.end(), buffer.begin() + static_cast<std::ptrdiff_t>(at),
                buffer.begin() + static_cast<std::ptrdiff_t>(end));
    at = 0;
    end = rest.size();
    buffer = std::move(rest);
    if (buffer.size() < kStepBytes) buffer.resize(kStepBytes);
    return true;
  }

  static void on_cell(void* cell, std::size_t size, void* self) {
    static_cast<State*>(self)->cell({static_cast<const char*>(cell), size});
  }
  static void on_row(int, void* self) { static_cast<State*>(self)->row(); }

  void cell(std::string_view text) {
    bytes += text.size() + 1;
    cells.emplace_back(clean_utf8(text));
  }

  void row() {
    if (columns.empty()) {
      for (std::string& name : cells) {
        std::string_view tidy = name;
        if (tidy.starts_with(kByteOrderMark)) tidy.remove_prefix(kByteOrderMark.size());
        columns.emplace_back(collapse_spaces(tidy));
      }
    } else if (cells.size() > 1 || (cells.size() == 1 && !cells[0].empty())) {
      Line line;
      line.number = row_line;
      line.length = bytes;
      line.text = as_json(columns, cells);
      ready.push_back(std::move(line));
    }
    cells.clear();
    row_raw.clear();
    bytes = row_bytes = 0;
    row_line = 0;
  }

  // Hands one line of the file to the parser, so that rows know where they start.
  Result<bool> step() {
    if (at == end) {
      auto got = stream.read(buffer.data(), buffer.size());
      if (!got) return got.error();
      at = 0;
      end = *got;
      if (end == 0) {
        if (is_inside_quotes() && read_swallowed_lines()) return true;
        csv_fini(&parser, &State::on_cell, &State::on_row, this);
        return false;
      }
    }
    if (row_line == 0) row_line = number;
    const auto feed = std::find(buffer.begin() + static_cast<std::ptrdiff_t>(at),
                                buffer.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    const bool whole = feed != buffer.begin() + static_cast<std::ptrdiff_t>(end);
    const std::size_t size = static_cast<std::size_t>(feed - buffer.begin()) - at + (whole ? 1 : 0);
    row_bytes += size;
    row_raw.append(buffer.data() + at, size);
    if (row_bytes > max_bytes) {
      at += size;
      if (is_inside_quotes() && read_swallowed_lines()) return true;
      return Error{ErrorCode::kCorrupt, "has a row from line " + std::to_string(row_line) +
                                            " on that does not end; is a quote not closed?"};
    }
    if (csv_parse(&parser, buffer.data() + at, size, &State::on_cell, &State::on_row, this) !=
        size) {
      return Error{ErrorCode::kCorrupt,
                   std::string("cannot be read as a table: ") + csv_strerror(csv_error(&parser))};
    }
    // A blank line between rows is no row.
    const std::string_view fed(buffer.data() + at, size);
    if (row_bytes == size && fed.find_first_not_of(" \r\n") == std::string_view::npos) {
      row_bytes = row_line = 0;
      row_raw.clear();
    }
    at += size;
    if (whole) ++number;
    return true;
  }

  PeekStream& stream;
  const std::size_t max_bytes;
  csv_parser parser = {};
  bool usable = false;
  std::vector<char> buffer;
  std::size_t at = 0;
  std::size_t end = 0;
  std::uint64_t number = 1;
  std::uint64_t row_line = 0;
  std::vector<std::string> columns;
  std::vector<std::string> cells;
  std::size_t bytes = 0;      // of the row's cells
  std::size_t row_bytes = 0;  // of the file since the row began
  std::string row_raw;        // these bytes
  int unclosed = 0;           // quotes met that nothing closes
  std::deque<Line> ready;
  bool done = false;
};

TableRows::TableRows(PeekStream& stream, char separator, std::size_t max_bytes)
    : state_(std::make_unique<State>(stream, separator, max_bytes)) {}

TableRows::~TableRows() = default;

Result<bool> TableRows::next(Line& line) {
  if (!state_->usable) return Error{ErrorCode::kInternal, "no memory to read a table"};
  while (state_->ready.empty() && !state_->done) {
    const auto more = state_->step();
    if (!more) return more.error();
    state_->done = !*more;
  }
  if (state_->ready.empty()) return false;
  line = std::move(state_->ready.front());
  state_->ready.pop_front();
  return true;
}

}  // namespace rapporteur
