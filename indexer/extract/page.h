// SPDX-License-Identifier: GPL-2.0-or-later
//
// A page as blocks of text: what extraction hands to the splitter, alike for plain text and HTML.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/record/record.h"

namespace rapporteur {

enum class BlockKind : std::uint8_t {
  kParagraph,
  kHeading,  // HTML h1..h6 (`level`); plain text has none: there the splitter finds the headings
  kListItem,
  kCaption,  // figcaption and the like
  kTime,     // a <time> element or a line that is only a date
};

// A paragraph, heading or line of a page, in source order.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;  // of a heading, 1..6
  std::string
      text;  // valid UTF-8, trimmed; inner line breaks of a plain-text paragraph kept as '\n'
  ByteRange offset;            // in the decompressed source; of a document, all of it
  int blank_lines_before = 0;  // plain text: blank lines between the block before and this one
  double link_share = 0.0;     // HTML: share of the text's bytes that is inside links
  std::optional<std::string>
      href;  // HTML: the target if the block is (all but) one link, made absolute
  std::optional<std::string> datetime;  // HTML: the datetime attribute of a <time> in the block
  int card = -1;  // HTML listing pages: which repeated card (teaser) the block belongs to; -1: none
};

// What a page says about itself in its head, best claim first.
struct PageMetadata {
  std::optional<std::string> url;  // canonical
  std::optional<std::string> title;
  std::optional<std::string> site_name;
  std::optional<std::string> author;       // several are joined by ", "
  std::optional<std::string> description;  // one or two sentences for search engines
  std::optional<std::string> language;     // as declared, e.g. "fr-FR"
  std::optional<std::string> kind;         // og:type or JSON-LD @type, as written
  bool is_article = false;                 // it tells when one article, itself, was published
  struct Claim {
    std::string name;   // e.g. "article:published_time", "JSON-LD datePublished", "time"
    std::string value;  // as written
    bool printed =
        false;  // a reader sees it: a line or an element of the page, no word to machines
  };
  std::vector<Claim> dates;  // publication date claims, most trusted first
};

// One page of one source.
struct Page {
  std::string source;  // path below the INPUT argument
  std::string site;    // pages of one site share what repeats: host, else top folder, else ""
  bool is_html = false;
  bool is_document = false;  // a PDF or an office file: one publication, no site around it
  bool is_plain_text() const { return !is_html && !is_document; }
  std::optional<RecordDate> captured;  // when a crawl fetched it, if known
  std::optional<std::string> address;  // where a crawl fetched it: this, not `metadata`, is its URL
  PageMetadata metadata;
  std::vector<Block> blocks;
};

}  // namespace rapporteur
