// SPDX-License-Identifier: GPL-2.0-or-later
//
// Record lines: what is read can be printed, and reads the same again.
#include "common/record/record_json.h"
#include "tests/fuzz/fuzz.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = from_json_line(fuzz::as_text(data, size));
  if (!read) {
    fuzz::require(!read.error().message.empty(), "a rejection has a reason");
    return 0;
  }
  const auto again = from_json_line(to_json_line(read->record));
  fuzz::require(again.ok(), "a record that was printed can be read");
  fuzz::require(again->record == read->record, "and is the same");
  return 0;
}
