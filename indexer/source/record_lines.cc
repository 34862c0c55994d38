// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/record_lines.h"

#include "indexer/source/json_values.h"
#include "indexer/source/line_reader.h"
#include "indexer/source/table_rows.h"

namespace rapporteur {

std::unique_ptr<RecordLines> open_record_lines(const DetectedForm& detected, PeekStream& stream,
                                               std::size_t max_record_bytes) {
  switch (detected.form) {
    case InputForm::kTable:
      return std::make_unique<TableRows>(stream, detected.separator, max_record_bytes);
    case InputForm::kJson:
      return std::make_unique<JsonValues>(stream, max_record_bytes);
    default:
      return std::make_unique<LineReader>(stream, max_record_bytes);
  }
}

}  // namespace rapporteur
