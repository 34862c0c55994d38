// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON that is not one object a line: an array of objects, or objects over several lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/source/peek_stream.h"
#include "indexer/source/record_lines.h"

namespace rapporteur {

// Cuts out the outermost objects of a stream, inside of one array or side by side. Looks at nothing
// but strings and brackets: whether an object is JSON is seen later, and costs that object alone.
class JsonValues : public RecordLines {
 public:
  // `stream` must outlive the reader. Objects over `max_bytes` are passed over like lines that are
  // too long.
  JsonValues(PeekStream& stream, std::size_t max_bytes)
      : stream_(stream), max_bytes_(max_bytes), buffer_(256 * 1024) {}

  Result<bool> next(Line& line) override;

 private:
  Result<bool> refill();
  void put(Line& line, char c) const;

  PeekStream& stream_;
  std::size_t max_bytes_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::uint64_t number_ = 1;  // of the line at_ is on
};

}  // namespace rapporteur
