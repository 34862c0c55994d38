// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/enrich.h"

#include "indexer/enrich/language.h"

namespace rapporteur {
namespace {

std::string_view title_of(const Record& record) {
  return record.title && *record.title ? std::string_view(**record.title) : std::string_view();
}

// What the page says of its language, else what most of its text is in.
std::optional<std::string> language_of(const Page& page, const std::vector<Record>& records) {
  constexpr std::size_t kEnough = 8192;
  if (page.metadata.language) {
    if (auto declared = language_code(*page.metadata.language)) return declared;
  }
  std::string text;
  for (const Record& record : records) {
    text.append(title_of(record)).append("\n").append(record.text).append("\n");
    if (text.size() > kEnough) break;
  }
  return detect_language("", text, std::nullopt);
}

}  // namespace

struct Enricher::State {};

Enricher::Enricher() : state_(std::make_unique<State>()) {}
Enricher::~Enricher() = default;

void Enricher::enrich_page(const Page& page, const SplitPage& parts, std::vector<Record>& records) {
  (void)parts;
  const std::optional<std::string> around = language_of(page, records);
  for (Record& record : records) {
    record.language = detect_language(title_of(record), record.text, around);
  }
}

void Enricher::enrich_record(Record& record, std::vector<std::string>& notes) {
  (void)notes;
  if (!record.language) {
    record.language = detect_language(title_of(record), record.text, std::nullopt);
  }
}

}  // namespace rapporteur
