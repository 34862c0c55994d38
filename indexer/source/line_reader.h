// SPDX-License-Identifier: GPL-2.0-or-later
//
// The lines of a stream of any length, one at a time, with bounded memory.
#pragma once

#include <rapporteur/result.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/source/peek_stream.h"
#include "indexer/source/record_lines.h"

namespace rapporteur {

// Cuts a stream at its line feeds.
class LineReader : public RecordLines {
 public:
  // `stream` must outlive the reader.
  LineReader(PeekStream& stream, std::size_t max_line_bytes)
      : stream_(stream), max_line_bytes_(max_line_bytes), buffer_(256 * 1024) {}

  // Replaces `line` by the next one; false at the end. Lines over the limit are passed over
  // without being held. Errors are the stream's.
  Result<bool> next(Line& line) override;

 private:
  PeekStream& stream_;
  std::size_t max_line_bytes_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // unread bytes of the buffer
  std::size_t end_ = 0;
  std::uint64_t number_ = 0;
};

}  // namespace rapporteur
