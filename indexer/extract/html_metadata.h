// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the head of a page says about it: address, title, site, language, kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/html_jsonld.h"
#include "indexer/extract/html_tree.h"
#include "indexer/extract/page.h"

namespace rapporteur {

// All but the dates (html_dates.h). `url` is where the page was fetched, if known.
PageMetadata read_metadata(const HtmlTree& tree, const JsonLd& json_ld,
                           const std::optional<std::string>& url);

// `title` without the name of the site behind or before a bar or dash: "Reprisals in X | The Site"
// -> "Reprisals in X". The part that is cut is `site_name`, a name that the site's `host` is made
// of
// ("La Stampa" at lastampa.it), or what `heading`, the page's own heading, does not have. A bar
// that is part of the heading stays.
std::string clean_title(std::string_view title, std::string_view site_name,
                        std::string_view heading, std::string_view host = "");

}  // namespace rapporteur
