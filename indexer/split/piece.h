// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the splitter makes of a page: its publications, and what it left out and why.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/page.h"

namespace rapporteur {

// One publication of a page.
struct Piece {
  std::string kind;                  // a record kind: article, teaser, statement, letter ...
  std::optional<std::string> title;  // with its "Topic |" prefix
  std::string text;                  // paragraphs separated by a blank line, without the title
  std::size_t body_end =
      0;  // byte of `text` where a list of signatories starts; text.size() if there is none
  ByteRange offset;                // in the source
  std::optional<std::string> url;  // of a teaser card with its own link
  std::optional<std::string>
      day_line;  // the date line or <time> above or in it, as printed: "13 Feb"
  std::optional<std::string> datetime;  // machine-readable date of a <time> in it
  bool continues = false;  // the publication before it, in another language (language_parts.h)
};

// A block that belongs to no publication.
struct DroppedBlock {
  std::string reason;  // an id: repeated, caption, contact, credit, navigation, share, test-line,
                       // footer ...
  std::string text;
  ByteRange offset;
};

// The pieces of one page in source order.
struct SplitPage {
  std::vector<Piece> pieces;
  std::vector<DroppedBlock> dropped;
};

}  // namespace rapporteur
