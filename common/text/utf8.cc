// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace rapporteur {

namespace {

// The length of the run of plain ASCII without NUL at the front; most of most texts.
std::size_t ascii_run(std::string_view bytes, std::size_t position) {
  const std::size_t start = position;
  while (position < bytes.size() && static_cast<unsigned char>(bytes[position] - 1) < 0x7F)
    ++position;
  return position - start;
}

}  // namespace

bool is_clean_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t position = 0;
  while (true) {
    position += ascii_run(bytes, position);
    if (position >= bytes.size()) return true;
    UChar32 code_point;
    U8_NEXT(data, position, bytes.size(), code_point);
    if (code_point <= 0) return false;
  }
}

std::string clean_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::string text;
  text.reserve(bytes.size());
  std::size_t position = 0;
  while (position < bytes.size()) {
    const std::size_t run = ascii_run(bytes, position);
    text.append(bytes, position, run);
    position += run;
    if (position >= bytes.size()) break;
    const std::size_t start = position;
    UChar32 code_point;
    U8_NEXT(data, position, bytes.size(), code_point);
    if (code_point < 0) {
      text += "\xEF\xBF\xBD";
    } else if (code_point == 0) {
      text += ' ';
    } else {
      text.append(bytes, start, position - start);
    }
  }
  return text;
}

std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  while (max_bytes > 0 && (static_cast<unsigned char>(text[max_bytes]) & 0xC0) == 0x80) --max_bytes;
  return text.substr(0, max_bytes);
}

std::string in_quotes(std::string_view words) {
  constexpr std::size_t kMostBytes = 80;
  const std::string_view shown = utf8_prefix(words, kMostBytes);
  return '"' + std::string(shown) + (shown.size() < words.size() ? "...\"" : "\"");
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 code_point;
  U8_NEXT_OR_FFFD(data, position, text.size(), code_point);
  return static_cast<char32_t>(code_point);
}

void append_code_point(std::string& text, char32_t code_point) {
  char buffer[4];
  std::size_t length = 0;
  bool error = false;
  U8_APPEND(reinterpret_cast<std::uint8_t*>(buffer), length, sizeof buffer,
            static_cast<UChar32>(code_point), error);
  if (!error) text.append(buffer, length);
}

bool is_space(char32_t code_point) {
  if (code_point < 0x80) return code_point == ' ' || (code_point >= 9 && code_point <= 13);
  return code_point == 0xFEFF || code_point == 0x200B || code_point == 0x2060 ||
         u_isUWhiteSpace(static_cast<UChar32>(code_point));
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!is_space(next_code_point(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t start = end - 1;
    while (start > begin && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    std::size_t next = start;
    if (!is_space(next_code_point(text, next))) break;
    end = start;
  }
  return text.substr(begin, end - begin);
}

std::string collapse_spaces(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  bool pending = false;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t start = position;
    if (is_space(next_code_point(text, position))) {
      pending = !collapsed.empty();
      continue;
    }
    if (pending) collapsed += ' ';
    pending = false;
    collapsed.append(text, start, position - start);
  }
  return collapsed;
}

}  // namespace rapporteur
