// SPDX-License-Identifier: GPL-2.0-or-later
//
// Feeds: RSS 0.9 to 2.0 (RDF too) and Atom. An entry is a publication with an address of its own.
#pragma once

#include <rapporteur/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

struct FeedEntry {
  std::string title;      // one line; may be empty
  std::string text;       // paragraphs separated by a blank line; may be empty
  bool is_whole = false;  // the text is the publication's own, not its summary
  std::optional<std::string> url;
  std::optional<std::string> date_name;  // "pubDate"
  std::string date;                      // as written
  std::string author;
  std::vector<std::string> categories;
};

struct Feed {
  std::string title;
  std::string language;  // as declared, e.g. "fr-FR"; may be empty
  std::vector<FeedEntry> entries;
};

// Reads a feed. HTML in it becomes text; links are made absolute with `url`, where the feed was
// fetched, if it does not say itself. kInvalidInput: no feed. Any thread.
Result<Feed> read_feed(std::string_view bytes, const std::optional<std::string>& url = {},
                       const std::optional<std::string>& charset = {});

}  // namespace rapporteur
