// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands on the pages of a document beside its text: running headers and footers, page
// numbers, the table of contents.
#pragma once

#include <cstddef>

#include "indexer/extract/pdf_layout.h"

namespace rapporteur {

// Takes it out. Of a header or footer that returns on page after page the first stays: it may hold
// what the document says nowhere else, such as its symbol.
void drop_furniture(PdfLayout& layout);

}  // namespace rapporteur
