// SPDX-License-Identifier: GPL-2.0-or-later
//
// An HTML page as a flat tree. Why not libxml2: its parser compares each attribute of a tag with
// every other and walks all open elements for each stray end tag (quadratic on hostile pages), and
// cannot say where in the source a text stood. This one is linear, needs no recursion to build,
// walk or free, and knows the place of every text.
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
  // Of a text: its bytes in the page. Of an element: from its start tag to the end of its content.
  std::uint32_t source_begin = 0;
  std::uint32_t source_end = 0;
  std::uint32_t attributes_begin = 0;
  std::uint32_t attributes_end = 0;
};

struct HtmlAttribute {
  std::string_view name;   // as written
  std::string_view value;  // as written, character references unresolved
};

// A parsed page. Views point into the text it was parsed from, which must live as long.
struct HtmlTree {
  std::string_view source;
  std::vector<HtmlNode> nodes;  // nodes[0] is the root (Tag::kRoot)
  std::vector<HtmlAttribute> attributes;

  // The value of an attribute (name in lower case) with character references resolved, or "".
  std::string attribute(NodeId node, std::string_view name) const;
  // The same as it stands in the source.
  std::string_view raw_attribute(NodeId node, std::string_view name) const;
  bool has_attribute(NodeId node, std::string_view name) const;
  // The unresolved text of a text node.
  std::string_view raw_text(NodeId node) const;
  // All text below `node`, references resolved, white space collapsed.
  std::string text(NodeId node) const;
};

// Parses `source` (valid UTF-8, under 4 GiB) as browsers do, in outline: void and raw-text
// elements, the end tags that may be missing, stray end tags ignored. Time linear, depth unlimited.
HtmlTree parse_html(std::string_view source);

}  // namespace rapporteur
