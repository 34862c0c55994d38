// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the taggers of bodies, sessions, symbols, mandates and themes read, and what they answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"

namespace rapporteur {

// A publication. The views must be valid UTF-8 and outlive the call they are given to.
struct SubjectText {
  std::string_view title;     // may be empty
  std::string_view text;      // paragraphs separated by a blank line
  std::string_view language;  // ISO 639-1; empty if unknown
  // From this byte of `text` on nothing is read: a list of signatories.
  std::size_t body_end = std::string_view::npos;
};

// An id and where the words stand that tell it.
struct SubjectMention {
  std::string id;
  bool in_title = false;
  std::uint32_t begin = 0;  // byte range in the title or the text
  std::uint32_t end = 0;
  bool operator==(const SubjectMention&) const = default;
};

// The publication as one string, cut into words once for all taggers: the title, a blank line, the
// text. Keeps its buffers: reuse one object.
struct CutText {
  std::string text;
  std::size_t title_bytes = 0;
  std::uint32_t title_tokens = 0;
  std::string language;
  Tokens tokens;  // cut with UnspacedScripts::kCharacters

  void assign(const SubjectText& publication, Tokenizer& tokenizer);
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.list.size()); }
  // The bytes between token `index` and the one before it.
  std::string_view gap_before(std::uint32_t index) const;
  // True if token `index` begins a sentence or a paragraph, or stands behind the title.
  bool starts_sentence(std::uint32_t index) const;
  SubjectMention mention(std::string id, std::uint32_t first, std::uint32_t length) const;
  SubjectMention mention_of_bytes(std::string id, std::size_t begin, std::size_t end) const;
};

}  // namespace rapporteur
