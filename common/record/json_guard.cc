// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/json_guard.h"

#include <array>

namespace rapporteur {

namespace {

Error refusal(std::string message) {
  return {ErrorCode::kInvalidInput, std::move(message)};
}

// The position of the quote that ends the string begun before `position`, or json.size().
std::size_t end_of_string(std::string_view json, std::size_t position) {
  while (position < json.size() && json[position] != '"')
    position += json[position] == '\\' ? 2 : 1;
  return position;
}

// The value of the \uXXXX escape at `position`, or -1.
int escape_at(std::string_view json, std::size_t position) {
  if (position + 6 > json.size() || json[position] != '\\' || json[position + 1] != 'u') return -1;
  int value = 0;
  for (std::size_t i = position + 2; i < position + 6; ++i) {
    const char c = json[i];
    if (c >= '0' && c <= '9') {
      value = value * 16 + (c - '0');
    } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') {
      value = value * 16 + ((c | 0x20) - 'a' + 10);
    } else {
      return -1;
    }
  }
  return value;
}

bool is_high(int code) {
  return code >= 0xD800 && code < 0xDC00;
}

bool is_low(int code) {
  return code >= 0xDC00 && code < 0xE000;
}

}  // namespace

Result<void> check_json_shape(std::string_view json) {
  std::array<int, kMaxJsonDepth + 1> members{};
  std::size_t depth = 0;
  for (std::size_t i = 0; i < json.size(); ++i) {
    switch (json[i]) {
      case '"':
        i = end_of_string(json, i + 1);
        break;
      case '{':
      case '[':
        if (++depth > kMaxJsonDepth) {
          return refusal("is nested more than " + std::to_string(kMaxJsonDepth) + " levels deep");
        }
        members[depth] = 0;
        break;
      case '}':
      case ']':
        if (depth > 0) --depth;
        break;
      case ':':
        if (++members[depth] > kMaxJsonMembers) {
          return refusal("has an object of more than " + std::to_string(kMaxJsonMembers) +
                         " members");
        }
        break;
      default:
        break;
    }
  }
  return {};
}

std::string mend_surrogates(std::string_view json) {
  std::string mended(json);
  for (std::size_t i = 0; i + 1 < mended.size(); ++i) {
    if (mended[i] != '\\') continue;
    const int code = escape_at(mended, i);
    if (is_high(code) && is_low(escape_at(mended, i + 6))) {
      i += 11;
    } else if (is_high(code) || is_low(code)) {
      mended.replace(i, 6, "\\uFFFD");
      i += 5;
    } else {
      ++i;  // the escaped character
    }
  }
  return mended;
}

}  // namespace rapporteur
