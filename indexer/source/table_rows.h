// SPDX-License-Identifier: GPL-2.0-or-later
//
// The rows of a table with a header (CSV, TSV) as records: a column is a member.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "indexer/source/peek_stream.h"
#include "indexer/source/record_lines.h"

namespace rapporteur {

// Reads quoted cells with separators, doubled quotes and line breaks in them (RFC 4180).
class TableRows : public RecordLines {
 public:
  // `stream` must outlive the reader; it stands at the header. A row over `max_bytes`
  // is an error, since it has most often swallowed all others.
  TableRows(PeekStream& stream, char separator, std::size_t max_bytes);
  ~TableRows() override;

  Result<bool> next(Line& line) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
