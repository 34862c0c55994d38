// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reading a PDF: one document, one publication.
#pragma once

#include <rapporteur/result.h>

#include <string>
#include <string_view>

#include "indexer/extract/page.h"
#include "indexer/extract/pdf_layout.h"

namespace rapporteur {

// Reads one PDF with pdftotext (poppler) in a process of its own with limits on time, memory and
// output; its crash costs this document. The page is a document (Page::is_document): its title is a
// heading of level 1, page headers, footers, page numbers and tables of contents are left out.
// The day the file was made is a claim of the name "PDF CreationDate".
//
// kInvalidInput tells why there is none: protected by a password, damaged, a scan without text,
// too slow; kNotFound where pdftotext is not installed. Any thread.
Result<Page> read_pdf(std::string source, std::string_view bytes);

// The document of a layout that was read before; kInvalidInput for a scan without text.
Result<Page> pdf_document(std::string source, PdfLayout layout, std::size_t source_bytes);

}  // namespace rapporteur
