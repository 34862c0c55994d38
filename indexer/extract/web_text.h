// SPDX-License-Identifier: GPL-2.0-or-later
//
// The text that somebody took out of a whole web page: WET files hold it.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/page.h"

namespace rapporteur {

// Reads the text of one web page: its title on the first line, then each block of the page on a
// line of its own, menus and footers included. `bytes` as for read_plain_text().
//
// The page comes out as extract_html() would have read it, as far as that can be told without tags:
// one article (Page::is_html), the heading that the title names in front of it, and of the lines
// those in which running text stands close together. `url`, where it was fetched, may date it.
// Offsets are in `bytes`.
Page read_web_text(std::string_view bytes, std::string source, std::string_view url = "");

}  // namespace rapporteur
