// SPDX-License-Identifier: GPL-2.0-or-later
//
// The lines of a PDF's pages as paragraphs and headings.
#pragma once

#include <vector>

#include "indexer/extract/page.h"
#include "indexer/extract/pdf_layout.h"

namespace rapporteur {

// A paragraph and how it is set.
struct PdfParagraph {
  std::string text;
  PdfBox box;            // of its first part, if it goes on on the next page
  double size = 0;       // height of its lines
  std::size_t page = 0;  // from 0
  std::size_t lines = 1;
  bool is_heading = false;
  bool is_note = false;  // a footnote
};

// Joins lines to paragraphs, paragraph numbers to what they number, and what a page's end cut in
// two; footnotes stand behind the last paragraph of their page. Furniture (pdf_furniture.h) must be
// out of `layout`.
std::vector<PdfParagraph> pdf_paragraphs(const PdfLayout& layout);

}  // namespace rapporteur
