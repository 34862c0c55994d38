// SPDX-License-Identifier: GPL-2.0-or-later
//
// What pdftotext prints of a PDF, or of something that made it print anything.
#include "indexer/extract/pdf.h"

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/page_checks.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto page = pdf_document("a.pdf", read_pdf_layout(fuzz::as_text(data, size)), size);
  if (page) fuzz::check_page(*page, size);
  return 0;
}
