// SPDX-License-Identifier: GPL-2.0-or-later
//
// The title of a document, by how it is set.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/pdf_paragraphs.h"

namespace rapporteur {

// Finds the title among the paragraphs of the first page with text: the largest lines that could be
// one, else those that announce a kind of text ("Report of ..."). The lines under it that belong to
// it ("... Universal Periodic Review", "Chile") are joined to it and taken out, "(...): Chile".
// Gives its place; nullopt: none is to be seen.
std::optional<std::size_t> gather_title(std::vector<PdfParagraph>& paragraphs);

// `title` as a document's properties have it, if it can be one: no file's name ("Microsoft Word -
// A_HRC_13.doc"), no number, no "untitled", three words at least.
std::optional<std::string> believable_title(const std::optional<std::string>& title);

}  // namespace rapporteur
