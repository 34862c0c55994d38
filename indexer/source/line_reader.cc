// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/line_reader.h"

#include <cstring>

namespace rapporteur {

Result<bool> LineReader::next(Line& line) {
  line.text.clear();
  line.length = 0;
  line.too_long = false;
  bool any = false;
  for (;;) {
    if (begin_ == end_) {
      auto got = stream_.read(buffer_.data(), buffer_.size());
      if (!got) return got.error();
      begin_ = 0;
      end_ = *got;
      if (end_ == 0) break;
    }
    any = true;
    const char* start = buffer_.data() + begin_;
    const auto* feed = static_cast<const char*>(std::memchr(start, '\n', end_ - begin_));
    const std::size_t size =
        feed != nullptr ? static_cast<std::size_t>(feed - start) : end_ - begin_;
    line.length += size;
    if (!line.too_long && line.length > max_line_bytes_) {
      line.too_long = true;
      line.text = std::string();  // gives the memory back, clear() would not
    }
    if (!line.too_long) line.text.append(start, size);
    begin_ += size;
    if (feed != nullptr) {
      ++begin_;
      break;
    }
  }
  if (!any) return false;
  line.number = ++number_;
  if (line.text.ends_with('\r')) line.text.pop_back();
  return true;
}

}  // namespace rapporteur
