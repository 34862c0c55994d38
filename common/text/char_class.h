// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a character means for the borders of words and sentences.
#pragma once

#include <array>
#include <cstdint>

namespace rapporteur {

enum class CharClass : std::uint8_t {
  kLetter,
  kDigit,
  kUnspaced,   // a letter of a script that is written without spaces
  kInvisible,  // inside a word it is as if it were not there
  kApostrophe,
  kHyphen,
  kSentenceEnd,
  kNewline,
  kOther,
};

// Of a character beyond ASCII, by ICU's properties.
CharClass classify_non_ascii(char32_t c);

constexpr CharClass classify_ascii(unsigned char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharClass::kLetter;
  if (c >= '0' && c <= '9') return CharClass::kDigit;
  switch (c) {
    case '\'':
      return CharClass::kApostrophe;
    case '-':
      return CharClass::kHyphen;
    case '.':
    case '!':
    case '?':
      return CharClass::kSentenceEnd;
    case '\n':
      return CharClass::kNewline;
    default:
      return CharClass::kOther;
  }
}

// Most of most texts is ASCII: one look-up a byte.
inline constexpr auto kAsciiClasses = [] {
  std::array<CharClass, 128> classes{};
  for (unsigned char c = 0; c < 128; ++c) classes[c] = classify_ascii(c);
  return classes;
}();

inline CharClass classify(char32_t c) {
  return c < 0x80 ? kAsciiClasses[c] : classify_non_ascii(c);
}

}  // namespace rapporteur
