// SPDX-License-Identifier: GPL-2.0-or-later
//
// HTML pages: any bytes make a page of valid text whose blocks stand where they say.
#include "indexer/extract/html.h"
#include "common/text/utf8.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/page_checks.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  const auto page = extract_html("page.html", bytes);
  fuzz::require(page.ok(), "every page of this size is read");
  fuzz::check_page(*page, bytes.size());
  return 0;
}
