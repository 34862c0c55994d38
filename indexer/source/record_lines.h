// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sources that hold records, not pages: one JSON object after the other, whatever their form.
#pragma once

#include <rapporteur/result.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "indexer/source/input_form.h"
#include "indexer/source/peek_stream.h"

namespace rapporteur {

struct Line {
  std::uint64_t number = 0;  // from 1
  std::uint64_t length = 0;  // bytes without the line break, also of a line that is too long
  bool too_long = false;     // longer than the limit: `text` is empty
  std::string text;          // without the line break (LF or CR LF)
};

// The records of a stream, each as one JSON object. One thread.
class RecordLines {
 public:
  virtual ~RecordLines() = default;
  // Replaces `line` by the next record's JSON, its number being that of the line of the source
  // where it starts; false at the end. Blank lines may come. Errors are the stream's, or kCorrupt
  // with what is wrong where the rest cannot be read.
  virtual Result<bool> next(Line& line) = 0;
};

// The reader for a form that holds_records(). `stream` must outlive it.
std::unique_ptr<RecordLines> open_record_lines(const DetectedForm& detected, PeekStream& stream,
                                               std::size_t max_record_bytes);

}  // namespace rapporteur
