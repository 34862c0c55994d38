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
  kPdf,
  kOffice,  // a word processor's file, or another office file that has no running text
  kFeed,    // RSS or Atom
  kTable,   // CSV or TSV with a header: a record a row
  kJson,    // records as JSON that is not one object a line
  kTar,     // and other containers, to be looked into
  kZip,
  kWarc,
  kArc,
  kNoText,      // a picture, sound, film, font or program
  kUnknown,     // some binary file
  kUnreadable,  // something that may hold text, in a form that is not read
};

// Records, one behind the other, as opposed to a page.
inline bool holds_records(InputForm form) {
  return form == InputForm::kJsonLines || form == InputForm::kJson || form == InputForm::kTable;
}

// A page of a site, as opposed to a document or to records: pages of one site repeat things.
inline bool is_site_page(InputForm form) {
  return form == InputForm::kPlainText || form == InputForm::kHtml;
}

struct DetectedForm {
  InputForm form = InputForm::kPlainText;
  char separator = '\0';  // of kTable
  std::string reason;  // of kNoText and those behind it: what it is and what to do: "is an image"
};

// How many first bytes are worth showing to detect_form().
inline constexpr std::size_t kFormHeadBytes = 64 * 1024;

// The form of a source that starts with `head` (any bytes, decompressed). `name` is a file name: it
// decides only where the bytes do not (a .jsonl or .warc file whose first record is broken). Any
// thread.
DetectedForm detect_form(std::string_view head, std::string_view name);

}  // namespace rapporteur
