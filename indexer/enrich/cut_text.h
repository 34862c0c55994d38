// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the taggers read, and how they say where something stands. Cutting and looking up words is
// most of a tagger's work, so it is done once for all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/string_numbers.h"
#include "common/text/tokenizer.h"

namespace rapporteur {

// A publication. The views must be valid UTF-8 and outlive the call they are given to.
struct PublicationText {
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

// A publication cut into words. Filled by a TextCutter; keeps its buffers: reuse one object.
struct CutText {
  CutText() = default;

  std::string text;  // the title, a blank line, the text up to its body_end
  std::size_t title_bytes = 0;
  std::uint32_t title_tokens = 0;
  std::string language;
  Tokens tokens;      // of `text`, cut with UnspacedScripts::kCharacters
  Tokens title_only;  // the same, of the title and of the text alone
  Tokens body_only;
  bool has_unspaced = false;  // with UnspacedScripts::kWords they would be other tokens

  // By token: the number of its spelling, below `spelling_count`. While `numbering` is the same,
  // from text to text, so is the spelling that a number stands for.
  std::vector<std::uint32_t> spellings;
  std::uint32_t spelling_count = 0;
  std::uint64_t numbering = 0;

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.list.size()); }
  std::string_view title() const { return std::string_view(text).substr(0, title_bytes); }
  std::string_view body() const;
  std::string_view spelling(std::uint32_t index) const;
  // The bytes between token `index` and the one before it.
  std::string_view gap_before(std::uint32_t index) const;
  // True if token `index` begins a sentence or a paragraph, or stands behind the title.
  bool starts_sentence(std::uint32_t index) const;
  SubjectMention mention(std::string id, std::uint32_t first, std::uint32_t length) const;
  SubjectMention mention_of_bytes(std::string id, std::size_t begin, std::size_t end) const;
};

// Cuts publications. Remembers their words: one a thread.
class TextCutter {
 public:
  TextCutter();

  void cut(const PublicationText& publication, CutText& cut);

 private:
  void begin_numbering();

  Tokenizer tokenizer_{UnspacedScripts::kCharacters};
  StringNumbers numbers_;
  std::uint64_t numbering_ = 0;
};

}  // namespace rapporteur
