// SPDX-License-Identifier: GPL-2.0-or-later
//
// A publication through all taggers: language, bodies, countries, dates. The first line is its
// title.
#include <algorithm>

#include "common/record/record_json.h"
#include "common/text/utf8.h"
#include "indexer/enrich/enrich.h"
#include "tests/fuzz/fuzz.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto vocabularies = Vocabularies::load();
  static Enricher enricher(*vocabularies);
  const std::string all = clean_utf8(fuzz::as_text(data, size));
  const std::size_t end = std::min(all.find('\n'), all.size());
  Record record;
  record.title = all.substr(0, end);
  record.text = all.substr(end);
  std::vector<std::string> notes;
  enricher.enrich_record(record, notes);
  for (const RecordCountry& country : *record.countries) {
    fuzz::require(country.salience > 0 && country.salience <= 1, "a salience is a share");
  }
  fuzz::require(record.date.has_value() && record.language.has_value(), "everything is worked out");
  const auto again = from_json_line(to_json_line(record));
  fuzz::require(again.ok() && again->record == record, "a record that was printed reads the same");
  return 0;
}
