// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/feed_records.h"

#include <nlohmann/json.hpp>

#include "common/dates/date_text.h"
#include "indexer/enrich/language.h"
#include "indexer/source/record_id.h"
#include "indexer/source/walk.h"
#include "indexer/split/labels.h"

namespace rapporteur {
namespace {

std::string extra_of(const Feed& feed, const FeedEntry& entry) {
  nlohmann::ordered_json extra = nlohmann::ordered_json::object();
  if (!entry.author.empty()) extra["author"] = entry.author;
  if (!entry.categories.empty()) extra["categories"] = entry.categories;
  if (!feed.title.empty()) extra["feed"] = feed.title;
  return extra.empty() ? "" : extra.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string id_of(const Record& record, bool is_whole, std::size_t ordinal) {
  if (record.url) return is_whole ? id_from_url(*record.url) : id_from_teaser_url(*record.url);
  return is_unnamed(record.source) ? id_from_unnamed(record.text, ordinal)
                                   : id_from_source(record.source, ordinal);
}

}  // namespace

std::vector<Record> feed_records(const Feed& feed, const std::string& source) {
  const auto around = language_code(feed.language);
  std::vector<Record> records;
  for (const FeedEntry& entry : feed.entries) {
    Record record;
    record.source = source;
    record.url = entry.url;
    record.title = entry.title.empty() ? std::optional<std::string>() : entry.title;
    record.text = entry.text;
    if (!entry.is_whole) {
      record.kind = "teaser";
    } else if (auto kind = announced_kind(entry.title)) {
      record.kind = kind;
    }
    record.language = detect_language(entry.title, entry.text, around);
    if (const auto parsed = parse_date_string(entry.date)) {
      record.date = RecordDate{parsed->interval, parsed->precision, DateMethod::kMetadata,
                               *entry.date_name + ": " + entry.date};
    }
    record.extra = extra_of(feed, entry);
    record.id = id_of(record, entry.is_whole, records.size());
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace rapporteur
