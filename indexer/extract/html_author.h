// SPDX-License-Identifier: GPL-2.0-or-later
//
// Who wrote a page, as it says itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/html_jsonld.h"
#include "indexer/extract/html_tree.h"

namespace rapporteur {

// The best of what the page names: the author in JSON-LD, in <meta>, in an element marked as such
// (rel=author, itemprop=author), in a line that its class calls a byline. Several are joined by
// ", ". An address, a place holder ("admin", "No Author") and the site's own name are none.
std::optional<std::string> read_author(const HtmlTree& tree, const JsonLd& json_ld,
                                       std::string_view site_name);

// A name as a byline has it, without "By", "Von", "Par" ... and what follows a bar; "" if it is no
// name.
std::string tidy_author(std::string_view line, std::string_view site_name);

}  // namespace rapporteur
