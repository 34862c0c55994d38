// SPDX-License-Identifier: GPL-2.0-or-later
//
// Telling what an input is from its first bytes; names of files lie too often.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur {

enum class InputForm : std::uint8_t {
  kEmpty,      // nothing but white space
  kPlainText,  // a page dump
  kHtml,
  kWebText,    // the text of a whole web page, as a crawl took it out of its tags
  kJsonLines,  // records, one JSON object a line
  kTar,        // and other containers, to be looked into
  kZip,
  kWarc,
  kArc,
  kJson,        // JSON that is no records
  kNoText,      // a picture, sound, film, font or program
  kUnknown,     // some binary file
  kUnreadable,  // something that may hold text, in a form that is not read
};

struct DetectedForm {
  InputForm form = InputForm::kPlainText;
  std::string reason;  // of kJson and those behind it: what it is and what to do: "is an image"
};

// How many first bytes are worth showing to detect_form().
inline constexpr std::size_t kFormHeadBytes = 64 * 1024;

// The form of a source that starts with `head` (any bytes, decompressed). `name` is a file name: it
// decides only where the bytes do not (a .jsonl or .warc file whose first record is broken). Any
// thread.
DetectedForm detect_form(std::string_view head, std::string_view name);

}  // namespace rapporteur
