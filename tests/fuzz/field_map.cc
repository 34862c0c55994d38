// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records of a foreign shape, and profiles: the first line is a profile's, the rest a record.
#include "indexer/records/field_map.h"

#include <algorithm>

#include "common/record/record_json.h"
#include "common/text/utf8.h"
#include "tests/fuzz/fuzz.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  FieldMap map;
  (void)map.add_profile("made", bytes.substr(0, end));
  (void)map.add("text=body.value");
  const std::string_view json = bytes.substr(std::min(end + 1, bytes.size()));
  for (const bool is_row : {false, true}) {
    const auto read = from_json_line(map.apply(json, is_row));
    if (read) fuzz::require(is_clean_utf8(read->record.text), "a text is clean UTF-8");
  }
  return 0;
}
