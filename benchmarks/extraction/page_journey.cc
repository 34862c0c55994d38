// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/extraction/page_journey.h"

#include "indexer/enrich/language_parts.h"
#include "indexer/extract/html.h"
#include "indexer/page_records.h"
#include "indexer/split/split.h"

namespace rapporteur {

PageJourney::PageJourney()
    : vocabularies_(Vocabularies::load().value()), enricher_(vocabularies_) {}

std::vector<Record> PageJourney::records(const std::string& source, std::string_view html,
                                         const std::optional<std::string>& url) {
  const auto page = extract_html(source, html, {.url = url, .charset = {}, .captured = {}});
  if (!page) return {};
  const SplitPage parts = cut_by_language(split(*page, SiteRepeats()));
  std::vector<Record> records = page_records(*page, parts);
  enricher_.enrich_page(*page, parts, records);
  return records;
}

const Record* main_record(const std::vector<Record>& records) {
  const Record* best = nullptr;
  for (const Record& record : records) {
    if (record.kind == "teaser") continue;
    if (best == nullptr || record.text.size() > best->text.size()) best = &record;
  }
  return best;
}

std::string day_of(const Record* record) {
  if (record == nullptr || !record->date || !*record->date) return "";
  const RecordDate& date = **record->date;
  return date.precision == DatePrecision::kDay ? to_iso(date.interval.from) : "";
}

}  // namespace rapporteur
