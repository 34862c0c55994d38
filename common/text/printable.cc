// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/printable.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <cstdio>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

// Letters that draw nothing though Unicode does not call them format characters.
bool draws_nothing(char32_t c) {
  return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x3164 ||
         c == 0xFFA0 || (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

bool acts_or_hides(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_SURROGATE:
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
      return true;
    default:
      return draws_nothing(c);
  }
}

std::string escape(std::string_view text, bool keep_lines) {
  std::string result;
  result.reserve(text.size());
  char mark[16];
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (bytes[at] >= 0x20 && bytes[at] < 0x7F) {
      result += text[at++];
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c < 0) {
      for (std::size_t i = begin; i < at; ++i) {
        std::snprintf(mark, sizeof mark, "<0x%02X>", bytes[i]);
        result += mark;
      }
    } else if (keep_lines && (c == '\n' || c == '\t')) {
      result += static_cast<char>(c);
    } else if (u_isUWhiteSpace(c)) {
      result += ' ';
    } else if (acts_or_hides(static_cast<char32_t>(c))) {
      std::snprintf(mark, sizeof mark, "<U+%04X>", static_cast<unsigned>(c));
      result += mark;
    } else {
      result.append(text, begin, at - begin);
    }
  }
  return result;
}

}  // namespace

std::string printable(std::string_view text) {
  return escape(text, false);
}

std::string quoted(std::string_view text) {
  return printable(in_quotes(text));
}

std::string printable_lines(std::string_view text) {
  return escape(text, true);
}

}  // namespace rapporteur
