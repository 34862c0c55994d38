// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the class and id of an element say about its part in the page, after data/html/names.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_tree.h"

namespace rapporteur {

// Bits of a set.
enum NameRole : std::uint8_t {
  kNamesBody = 1,      // the text of an article and nothing else: "entry-content"
  kNamesContent = 2,   // somewhere in there is the content: "main", "post"
  kNamesDrop = 4,      // boilerplate: "related-posts", "share"
  kNamesComments = 8,  // readers' comments
  kNamesCaption = 16,  // of an image
  kNamesDate = 32,     // the day of publication
  kNamesKeep = 64,     // never boilerplate, whatever else it is called
  kNamesTeaser = 128,  // boilerplate, but for the one between a title and its text
};

// For each node of the tree what its class and id say, a set of NameRole bits.
using NameRoles = std::vector<std::uint8_t>;
NameRoles name_roles(const HtmlTree& tree);

// The roles of one class or id attribute.
std::uint8_t roles_of_names(std::string_view names);

// A class attribute as the patterns see it: lower-case words with a '-' around each, and a '|'
// around each class: "postBody entry_1" -> "|-post-body-|-entry-1-|". For tests.
std::string spelled_names(std::string_view names);

}  // namespace rapporteur
