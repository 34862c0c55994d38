// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands where on the pages of a PDF, as `pdftotext -bbox-layout` prints it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// In points (1/72 inch) from the upper left corner of the page.
struct PdfBox {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double height() const { return bottom - top; }
};

struct PdfLine {
  PdfBox box;
  std::string text;  // UTF-8, words with one space between them
};

// Lines that stand together: a paragraph, in most documents.
struct PdfBlock {
  std::vector<PdfLine> lines;  // at least one
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<PdfBlock> blocks;  // in reading order, columns one after the other
};

struct PdfLayout {
  std::optional<std::string> title;    // as the document's properties have it
  std::optional<std::string> created;  // ISO 8601
  std::vector<PdfPage> pages;
};

// Reads what pdftotext printed. Any bytes are read as far as they make sense; linear; any thread.
PdfLayout read_pdf_layout(std::string_view xhtml);

}  // namespace rapporteur
