// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/office.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/extract/day_line.h"
#include "indexer/extract/office_text.h"
#include "indexer/extract/pdf_title.h"
#include "indexer/extract/zip_parts.h"

namespace rapporteur {
namespace {

constexpr std::size_t kTop = 12;             // blocks in which a title or the day is looked for
constexpr std::size_t kLongestHeader = 200;  // bytes

Error no_text_document(const std::string& what) {
  return {ErrorCode::kInvalidInput, what};
}

std::string part(const ZipParts& parts, const std::string& name) {
  return parts.read(name).value_or("");
}

std::vector<Block> docx(const ZipParts& parts) {
  const StyleLevels styles = docx_styles(part(parts, "word/styles.xml"));
  std::vector<Block> blocks;
  // A document's symbol often stands in its page headers only.
  std::unordered_set<std::string> seen;
  for (const std::string& name : parts.names("word/header")) {
    for (Block& block : docx_blocks(part(parts, name), styles)) {
      block.kind = BlockKind::kParagraph;
      if (block.text.size() <= kLongestHeader && seen.insert(block.text).second) {
        blocks.push_back(std::move(block));
      }
    }
  }
  for (const char* name : {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}) {
    std::vector<Block> more = docx_blocks(part(parts, name), styles);
    std::move(more.begin(), more.end(), std::back_inserter(blocks));
  }
  return blocks;
}

std::vector<Block> odt(const ZipParts& parts) {
  const std::string content = part(parts, "content.xml");
  StyleLevels styles;
  add_odt_styles(part(parts, "styles.xml"), styles);
  add_odt_styles(content, styles);
  return odt_blocks(content, styles);
}

// The title's block gets level 1, a line that is only a date its kind.
void mark_top(Page& page, const OfficeProperties& properties) {
  const std::size_t top = std::min(kTop, page.blocks.size());
  const auto end = page.blocks.begin() + static_cast<std::ptrdiff_t>(top);
  for (auto block = page.blocks.begin(); block != end; ++block) {
    if (block->kind != BlockKind::kHeading && day_line(block->text) == DayLine::kWithYear) {
      block->kind = BlockKind::kTime;
      break;
    }
  }
  const auto is_title = [](const Block& block) {
    return block.kind == BlockKind::kHeading && block.level == 1;
  };
  if (std::any_of(page.blocks.begin(), page.blocks.end(), is_title)) return;
  page.metadata.title = believable_title(properties.title);
  const auto heading = std::find_if(page.blocks.begin(), end, [&](const Block& block) {
    return block.kind == BlockKind::kHeading ||
           (page.metadata.title && block.text == *page.metadata.title);
  });
  if (heading == end || (page.metadata.title && heading->text != *page.metadata.title)) return;
  heading->kind = BlockKind::kHeading;
  heading->level = 1;
}

}  // namespace

Result<Page> read_office(std::string source, std::string_view bytes) {
  const auto parts = ZipParts::open(bytes);
  if (!parts) return no_text_document("is a damaged office file; its zip archive cannot be read");
  Page page;
  page.source = std::move(source);
  page.is_document = true;
  OfficeProperties properties;
  const char* claim = nullptr;
  if (parts->has("word/document.xml")) {
    page.blocks = docx(*parts);
    properties = read_office_properties(part(*parts, "docProps/core.xml"));
    claim = "DOCX created";
  } else if (part(*parts, "mimetype").starts_with("application/vnd.oasis.opendocument.text")) {
    page.blocks = odt(*parts);
    properties = read_office_properties(part(*parts, "meta.xml"));
    claim = "ODT creation-date";
  } else {
    return no_text_document(
        "is an office file without running text; save a table as CSV, slides as PDF");
  }
  if (page.blocks.empty() && std::max(parts->bytes_of("word/document.xml"),
                                      parts->bytes_of("content.xml")) > ZipParts::kMaxPartBytes) {
    return no_text_document("is an office file with more than 64 MiB of text markup");
  }
  if (page.blocks.empty()) {
    return no_text_document("is an office file without text, or a damaged one");
  }
  for (Block& block : page.blocks) block.offset = {0, bytes.size()};
  if (properties.created) page.metadata.dates.push_back({claim, *properties.created});
  page.metadata.language = properties.language;
  mark_top(page, properties);
  return page;
}

}  // namespace rapporteur
