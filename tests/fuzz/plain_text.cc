// SPDX-License-Identifier: GPL-2.0-or-later
//
// Plain-text pages: cut into blocks, then split into publications.
#include "indexer/extract/plain_text.h"

#include "indexer/split/split.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/page_checks.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  const Page page = read_plain_text(bytes, "page.txt", "site");
  fuzz::check_page(page, bytes.size());
  SiteRepeats repeats;
  repeats.add(page);
  const SplitPage parts = split(page, repeats);
  for (const Piece& piece : parts.pieces) {
    fuzz::require(is_clean_utf8(piece.text), "a piece's text is clean UTF-8");
    fuzz::require(piece.body_end <= piece.text.size(), "signatories start inside the text");
    fuzz::require(piece.offset.end <= bytes.size(), "a piece stands in the source");
  }
  return 0;
}
