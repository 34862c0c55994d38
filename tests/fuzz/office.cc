// SPDX-License-Identifier: GPL-2.0-or-later
//
// Office files: the whole of one, and each of its parts by itself.
#include "indexer/extract/office.h"

#include "indexer/extract/office_text.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/page_checks.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  if (const auto page = read_office("a.docx", bytes)) fuzz::check_page(*page, size);
  StyleLevels styles = docx_styles(bytes);
  for (const Block& block : docx_blocks(bytes, styles)) {
    fuzz::require(is_clean_utf8(block.text) && !block.text.empty(), "a paragraph is a text");
  }
  add_odt_styles(bytes, styles);
  for (const Block& block : odt_blocks(bytes, styles)) {
    fuzz::require(is_clean_utf8(block.text) && !block.text.empty(), "a paragraph is a text");
  }
  (void)read_office_properties(bytes);
  return 0;
}
