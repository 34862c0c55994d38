// SPDX-License-Identifier: GPL-2.0-or-later
//
// An HTML page as a flat tree, read by libxml2's HTML parser. Flat, because pages may nest as deep
// as they are long: nothing here needs recursion to build, walk or free.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_tags.h"

namespace rapporteur {

// A node's place in HtmlTree::nodes. Nodes stand in source order, so a node's descendants are
// those after it up to its `end`: walking a tree is counting.
using NodeId = std::uint32_t;

struct HtmlNode {
  Tag tag = Tag::kText;
  NodeId parent = 0;
  NodeId end = 0;  // one past the last descendant
  // Of a text: its bytes in the page, comments and ignored tags between them included.
  std::uint32_t source_begin = 0;
  std::uint32_t source_end = 0;
  // Of a text: in HtmlTree::characters. Of an element: its part of HtmlTree::attributes.
  std::uint32_t content_begin = 0;
  std::uint32_t content_end = 0;

  bool has_attributes() const { return tag != Tag::kText && content_begin < content_end; }
};

// Name and value (character references resolved) in HtmlTree::characters: [begin, middle) and
// [middle, end).
struct HtmlAttribute {
  std::uint32_t begin = 0;
  std::uint32_t middle = 0;
  std::uint32_t end = 0;
};

// A parsed page. The views that its functions give point into it, raw_text() into the text it was
// parsed from, which must live as long.
struct HtmlTree {
  std::string_view source;
  std::vector<HtmlNode> nodes;  // nodes[0] is the root (Tag::kRoot)
  std::vector<HtmlAttribute> attributes;
  std::string characters;  // of all texts and attributes, character references resolved

  // The value of an attribute (name in lower case), or "".
  std::string_view attribute(NodeId node, std::string_view name) const;
  bool has_attribute(NodeId node, std::string_view name) const;
  // The characters of a text node.
  std::string_view characters_of(NodeId node) const;
  // A text node as it stands in the source.
  std::string_view raw_text(NodeId node) const;
  // All text below `node`, white space collapsed.
  std::string text(NodeId node) const;
};

// Parses `source` (valid UTF-8 without NUL, under 2 GiB): what libxml2 makes of it, with the empty
// elements of HTML 5 that it does not know. Time linear, depth unlimited; what libxml2 takes more
// than linear time for is cut short: a tag with thousands of attributes loses the rest of them, and
// a flood of end tags that end nothing closes all elements. Safe from any thread; needs no network
// and prints nothing.
HtmlTree parse_html(std::string_view source);

// `text` (valid UTF-8) with its character references resolved, as in a page. Tags are left out.
std::string resolve_references(std::string_view text);

}  // namespace rapporteur
