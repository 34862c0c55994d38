// SPDX-License-Identifier: GPL-2.0-or-later
//
// Making bytes into text that everything behind may trust.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapporteur {

// True if `bytes` is well-formed UTF-8 without NUL.
bool is_clean_utf8(std::string_view bytes);

// `bytes` with each ill-formed sequence replaced by U+FFFD and each NUL by a space. The result is
// valid UTF-8.
std::string clean_utf8(std::string_view bytes);

// The longest prefix of valid UTF-8 `text` that has at most `max_bytes` bytes and ends on a
// character border.
std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes);

// Words inside of a message: in quotation marks, cut behind some 80 bytes.
std::string in_quotes(std::string_view words);

// Decodes the code point that starts at `position` of valid UTF-8 `text` and moves `position`
// behind it.
char32_t next_code_point(std::string_view text, std::size_t& position);

// Appends `code_point` to `text` as UTF-8.
void append_code_point(std::string& text, char32_t code_point);

// True for every Unicode white space, the non-breaking and zero-width ones included.
bool is_space(char32_t code_point);

// `text` without leading and trailing white space (is_space).
std::string_view trim(std::string_view text);

// `text` trimmed, with every run of white space made one plain space.
std::string collapse_spaces(std::string_view text);

}  // namespace rapporteur
