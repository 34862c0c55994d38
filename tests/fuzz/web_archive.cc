// SPDX-License-Identifier: GPL-2.0-or-later
//
// WARC and ARC records, plain or in gzip members, cut from any bytes. The first byte says which.
#include <memory>

#include "indexer/source/decompress.h"
#include "indexer/source/web_archive/arc_reader.h"
#include "indexer/source/web_archive/warc_reader.h"
#include "tests/fuzz/fuzz.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = fuzz::as_text(data + 1, size - 1);
  constexpr std::size_t kMaxPage = 1U << 16;
  auto stream = decompress(std::make_unique<MemoryStream>(bytes), ExpansionLimit{300, 1U << 22});
  if (!stream) return 0;
  SeenCaptures seen;
  std::unique_ptr<Container> archive;
  if (data[0] % 2 == 0) {
    archive = std::make_unique<WarcReader>(**stream, kMaxPage, seen);
  } else {
    archive = std::make_unique<ArcReader>(**stream, kMaxPage);
  }
  Entry entry;
  std::uint64_t position = 0;
  for (bool first = true;; first = false) {
    const auto more = archive->next(entry);
    if (!more || !*more) break;
    fuzz::require(first || entry.position >= position, "records follow each other");
    fuzz::require(entry.rejected.empty() != (entry.bytes == nullptr), "a page or a reason");
    position = entry.position;
    char buffer[4096];
    Result<std::size_t> got = std::size_t{1};
    while (entry.bytes != nullptr && got && *got > 0) {
      got = entry.bytes->read(buffer, sizeof buffer);
      fuzz::require(got.ok(), "a record that was cut out can be read");
    }
  }
  (void)archive->passed_over();
  (void)archive->missing();
  return 0;
}
