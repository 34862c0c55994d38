// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reading word processors' files: DOCX (ISO 29500) and ODT (ISO 26300). One document, one
// publication.
#pragma once

#include <rapporteur/result.h>

#include <string>
#include <string_view>

#include "indexer/extract/page.h"

namespace rapporteur {

// Reads the text of one file: paragraphs, headings, list items, the rows of tables (cells joined by
// " | "), footnotes behind it, and what stands in page headers in front of it, once. Deleted text
// of tracked changes and comments are left out. The title is a heading of level 1, from the style
// of that name, else the file's properties, else the first heading near the top. The day on which
// the file was made is a claim. kInvalidInput: damaged, or no text document. Any thread.
Result<Page> read_office(std::string source, std::string_view bytes);

}  // namespace rapporteur
