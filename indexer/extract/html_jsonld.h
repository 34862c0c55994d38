// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a page says in JSON-LD, schema.org's way of describing an article.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_tree.h"

namespace rapporteur {

// The members that matter, each the first that was found; of an article rather than of the site.
// Strings are valid UTF-8, "" for what is missing.
struct JsonLd {
  std::string type;  // "NewsArticle"
  std::string headline;
  std::string published;
  std::string created;
  std::string modified;
  std::string language;
  std::string url;
  std::string publisher;
  std::string author;  // several are joined by ", "
  std::string description;
  bool is_article = false;  // an article, or the like, gives its day of publication
  std::string body;         // articleBody
  NodeId body_node = 0;     // the <script> it stood in
};

// Reads all <script type="application/ld+json"> of the page. Broken JSON is mended where it is only
// line breaks in strings; what nests more than 64 deep is left out.
JsonLd read_json_ld(const HtmlTree& tree);

}  // namespace rapporteur
