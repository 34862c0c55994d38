// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/page_records.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/source/record_id.h"
#include "indexer/source/walk.h"

namespace rapporteur {
namespace {

bool is_teaser(const Piece& piece) {
  return piece.kind == "teaser";
}

// What a page says of itself that has no member of its own in a record.
std::string extra_of(const Page& page, bool by_its_author) {
  nlohmann::ordered_json extra = nlohmann::ordered_json::object();
  if (by_its_author && page.metadata.author) extra["author"] = *page.metadata.author;
  if (page.metadata.site_name) extra["site_name"] = *page.metadata.site_name;
  return extra.empty() ? std::string() : extra.dump();
}

}  // namespace

std::vector<Record> page_records(const Page& page, const SplitPage& parts) {
  const auto publications =
      std::count_if(parts.pieces.begin(), parts.pieces.end(),
                    [](const Piece& piece) { return !is_teaser(piece) && !piece.continues; });
  const auto& page_url = page.address ? page.address : page.metadata.url;
  std::vector<Record> records;
  records.reserve(parts.pieces.size());
  for (std::size_t ordinal = 0; ordinal < parts.pieces.size(); ++ordinal) {
    const Piece& piece = parts.pieces[ordinal];
    Record record;
    record.source = page.source;
    record.offset = piece.offset;
    record.kind = piece.kind;
    record.title = piece.title;
    record.text = piece.text;
    record.extra = extra_of(page, publications == 1 && !is_teaser(piece));
    if (piece.kind == "article" && page.metadata.kind == "Report") record.kind = "report";
    // The page's own URL is no teaser's: that one is the page it points to.
    record.url = piece.url || is_teaser(piece) ? piece.url : page_url;
    if (record.url && is_teaser(piece)) {
      record.id = id_from_teaser_url(*record.url);
    } else if (record.url && (piece.url || publications == 1)) {
      record.id = piece.continues ? id_from_source(canonical_url(*record.url), ordinal)
                                  : id_from_url(*record.url);
    } else if (page.address) {
      // The same page may come again in another archive.
      record.id = id_from_source(canonical_url(*page.address), ordinal);
    } else if (is_unnamed(page.source)) {
      record.id = id_from_unnamed(piece.text, ordinal);
    } else {
      record.id = id_from_source(page.source, ordinal);
    }
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace rapporteur
