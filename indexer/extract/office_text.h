// SPDX-License-Identifier: GPL-2.0-or-later
//
// Paragraphs out of the XML parts of office files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/page.h"

namespace rapporteur {

// What the properties of a document say.
struct OfficeProperties {
  std::optional<std::string> title;
  std::optional<std::string> language;
  std::optional<std::string> created;  // ISO 8601
};

// docProps/core.xml or meta.xml.
OfficeProperties read_office_properties(std::string_view xml);

// What a paragraph style makes of a paragraph: 1 the title, 2 to 6 headings.
using StyleLevels = std::map<std::string, int, std::less<>>;

// word/styles.xml: by style id.
StyleLevels docx_styles(std::string_view xml);
// The paragraphs of word/document.xml, footnotes.xml or a header.
std::vector<Block> docx_blocks(std::string_view xml, const StyleLevels& styles);

// styles.xml and content.xml: by style name.
void add_odt_styles(std::string_view xml, StyleLevels& styles);
// The paragraphs of content.xml, notes behind the paragraph they belong to.
std::vector<Block> odt_blocks(std::string_view xml, const StyleLevels& styles);

}  // namespace rapporteur
