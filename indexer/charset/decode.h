// SPDX-License-Identifier: GPL-2.0-or-later
//
// The bytes of a page or text, in whatever character set, as UTF-8, with the way back to the bytes.
// The one place where sets are decided.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur {

// A text as valid UTF-8 without NUL, and where its text stood in the bytes it was made from.
struct DecodedText {
  std::string text;
  std::string charset;  // what it was read as, e.g. "UTF-8", "windows-1252"

  // The byte of the source at which byte `position` of `text` starts. Exact at character borders,
  // but for pages over 16 MB in a charset of one or two bytes a character: there up to 64
  // characters early.
  std::uint64_t source_offset(std::size_t position) const;

  // (byte of `text`, byte of the source), rising; between two entries both run alike.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> steps;
};

// What is known about the set beside the bytes.
struct CharsetHints {
  std::optional<std::string> declared;  // the server's word, e.g. "windows-1252"
  bool is_markup = false;               // the text may declare it itself, as HTML and XML do
};

// Decodes `bytes` (under 4 GiB): by byte-order mark, the server's word, the text's own declaration,
// or detection. What is valid UTF-8 is UTF-8 whatever it declares, since stored pages were often
// converted without a change to their <meta>. Never fails: what cannot be read becomes U+FFFD. Any
// thread.
DecodedText decode_text(std::string_view bytes, const CharsetHints& hints = {});

}  // namespace rapporteur
