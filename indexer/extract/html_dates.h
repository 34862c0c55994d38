// SPDX-License-Identifier: GPL-2.0-or-later
//
// When a page says that it was published: every claim, the most trusted first.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_jsonld.h"
#include "indexer/extract/html_tree.h"
#include "indexer/extract/page.h"

namespace rapporteur {

// Claims in this order: the day in the URL; <meta> names of publication and JSON-LD; at the title
// <time>, elements that are called a date, and dates in short lines; <meta> names of less clear
// meaning; dates elsewhere; the month in the URL; the last change (names with "modified" or
// "updated"). Values are strings that parse_date_string() reads. `url` and `description` may be
// empty; `keep` says which blocks are main content.
std::vector<PageMetadata::Claim> date_claims(const HtmlTree& tree, const NameRoles& roles,
                                             const std::vector<HtmlBlock>& blocks,
                                             const std::vector<bool>& keep, const JsonLd& json_ld,
                                             std::string_view url, std::string_view description);

}  // namespace rapporteur
