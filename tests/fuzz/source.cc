// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file of any content, from its first bytes to its last page or line.
#include "indexer/source/source_reader.h"

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/memory_file.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::MemoryFile file(fuzz::as_text(data, size));
  SourceLimits limits;
  limits.page_bytes = 1U << 20;
  limits.line_bytes = 1U << 16;
  SourceReader reader({{file.path(), "input", size, true}}, limits);
  bool ended = false;
  while (const auto item = reader.next()) {
    fuzz::require(!ended, "nothing comes behind the end of an input");
    fuzz::require(item->bytes.size() <= limits.page_bytes, "a page is as large as allowed");
    fuzz::require(item->rejected.empty() || item->bytes.empty(), "a rejection holds no bytes");
    ended = item->input_ends;
  }
  fuzz::require(ended, "an input comes to its end");
  return 0;
}
