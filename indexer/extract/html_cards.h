// SPDX-License-Identifier: GPL-2.0-or-later
//
// Listing pages: search results, archives, home pages. Many elements built alike, each with a link
// and a few lines of text.
#pragma once

#include <vector>

#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_tree.h"

namespace rapporteur {

// Sets Block::card on the blocks of cards and changes `keep` accordingly, if the page is a listing:
// if its cards hold more than twice the running text that is kept outside of them. Of a card, lines
// of links other than its title are left out; its heading gets the card's link as href if it has
// none, and a line that is only a date becomes BlockKind::kTime. Where the head describes one
// article (`of_article`), cards must have dates of their own: its list of links is none. Returns
// the number of cards.
int find_cards(const HtmlTree& tree, const NameRoles& roles, std::vector<HtmlBlock>& blocks,
               std::vector<bool>& keep, bool of_article);

}  // namespace rapporteur
