// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/json_values.h"

namespace rapporteur {

Result<bool> JsonValues::refill() {
  if (at_ < end_) return true;
  auto got = stream_.read(buffer_.data(), buffer_.size());
  if (!got) return got.error();
  at_ = 0;
  end_ = *got;
  return end_ > 0;
}

void JsonValues::put(Line& line, char c) const {
  ++line.length;
  if (line.too_long) return;
  if (line.length > max_bytes_) {
    line.too_long = true;
    line.text = std::string();
    return;
  }
  // A record is a line to whoever reads it next; a line break inside of a string is no JSON.
  line.text += c == '\n' || c == '\r' ? ' ' : c;
}

Result<bool> JsonValues::next(Line& line) {
  line.text.clear();
  line.length = 0;
  line.too_long = false;
  std::size_t depth = 0;
  bool in_string = false;
  bool escaped = false;
  for (;;) {
    const auto more = refill();
    if (!more) return more.error();
    if (!*more) {
      // What was begun and not ended is given as it is: it will be rejected with its place.
      return depth > 0;
    }
    const char c = buffer_[at_++];
    if (depth == 0) {
      if (c == '\n') ++number_;
      if (c != '{') continue;  // white space, commas and the array's own brackets
      line.number = number_;
      depth = 1;
      put(line, c);
      continue;
    }
    if (c == '\n') ++number_;
    put(line, c);
    if (in_string) {
      if (!escaped && c == '"') in_string = false;
      escaped = !escaped && c == '\\';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (--depth == 0) return true;
    }
  }
}

}  // namespace rapporteur
