// SPDX-License-Identifier: GPL-2.0-or-later
//
// An HTML tree as its blocks of text, all of them: choosing comes after (html_main.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_names.h"
#include "indexer/extract/html_tree.h"
#include "indexer/extract/page.h"

namespace rapporteur {

// A block with what choosing needs to know. Block::offset counts bytes of the decoded text.
struct HtmlBlock {
  Block block;
  NodeId first = 0;           // its first text node
  NodeId last = 0;            // its last text node
  NodeId container = 0;       // the nearest block element around its start
  NodeId link = 0;            // the first <a href> in it, 0 if none
  std::uint32_t letters = 0;  // characters without white space
  std::uint32_t link_letters = 0;
  std::uint32_t sentence_marks = 0;  // . , ; : ! ? and their kin in other scripts
};

// All blocks of the page in source order, but for what is_never_text(). Table cells of a row are
// one block, joined by " | "; single line breaks stay as '\n'. hrefs stay as written.
std::vector<HtmlBlock> blocks_of(const HtmlTree& tree, const NameRoles& roles);

}  // namespace rapporteur
