// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which blocks of a page are its main content. In the spirit of trafilatura (A. Barbaresi, ACL
// 2021) and jusText (J. Pomikálek, 2011): what an element is called and what it is decide first,
// the density of text and links decides the rest.
#pragma once

#include <vector>

#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_tree.h"

namespace rapporteur {

// For each of `blocks` (as blocks_of() gave them) whether it is main content.
std::vector<bool> choose_main(const HtmlTree& tree, const NameRoles& roles,
                              const std::vector<HtmlBlock>& blocks);

}  // namespace rapporteur
