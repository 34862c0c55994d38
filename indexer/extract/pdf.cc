// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/pdf.h"

#include <algorithm>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/extract/day_line.h"
#include "indexer/extract/enumerator.h"
#include "indexer/extract/pdf_furniture.h"
#include "indexer/extract/pdf_paragraphs.h"
#include "indexer/extract/pdf_title.h"
#include "indexer/run/child_process.h"

namespace rapporteur {
namespace {

constexpr const char* kProgram = RAPPORTEUR_PDFTOTEXT;
constexpr std::size_t kLettersOfPage = 25;  // fewer on the average: there is no text but a stamp

// What pdftotext says went wrong, in words for people.
Error failure(const ChildOutcome& outcome) {
  const auto says = [&](std::string_view words) {
    return outcome.messages.find(words) != std::string::npos;
  };
  if (says("Incorrect password")) {
    return {ErrorCode::kInvalidInput, "is a PDF protected by a password; save it without one"};
  }
  return {ErrorCode::kInvalidInput, "is a damaged PDF; pdftotext cannot read it"};
}

std::size_t letters(const PdfLayout& layout) {
  std::size_t count = 0;
  for (const PdfPage& page : layout.pages) {
    for (const PdfBlock& block : page.blocks) {
      for (const PdfLine& line : block.lines) {
        count +=
            static_cast<std::size_t>(std::count_if(line.text.begin(), line.text.end(), [](char c) {
              return (c | 0x20) >= 'a' ? (c & 0xC0) != 0x80 : false;
            }));
      }
    }
  }
  return count;
}

BlockKind kind_of(const PdfParagraph& paragraph) {
  if (paragraph.is_heading) return BlockKind::kHeading;
  if (paragraph.page == 0 && day_line(paragraph.text) == DayLine::kWithYear) {
    return BlockKind::kTime;
  }
  return starts_item(paragraph.text) ? BlockKind::kListItem : BlockKind::kParagraph;
}

}  // namespace

Result<Page> pdf_document(std::string source, PdfLayout layout, std::size_t source_bytes) {
  if (letters(layout) < kLettersOfPage * std::max<std::size_t>(layout.pages.size(), 1)) {
    return Error{ErrorCode::kInvalidInput,
                 "is a scan without text; run it through text recognition (ocrmypdf)"};
  }
  Page page;
  page.source = std::move(source);
  page.is_document = true;
  if (layout.created) page.metadata.dates.push_back({"PDF CreationDate", *layout.created});
  drop_furniture(layout);
  std::vector<PdfParagraph> paragraphs = pdf_paragraphs(layout);
  const auto title = gather_title(paragraphs);
  if (!title) page.metadata.title = believable_title(layout.title);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    Block block;
    block.kind = kind_of(paragraphs[i]);
    if (block.kind == BlockKind::kHeading) block.level = title == i ? 1 : 2;
    block.text = std::move(paragraphs[i].text);
    block.offset = {0, source_bytes};
    page.blocks.push_back(std::move(block));
  }
  return page;
}

Result<Page> read_pdf(std::string source, std::string_view bytes) {
  const auto outcome =
      run_child(kProgram, {"-q", "-enc", "UTF-8", "-bbox-layout", "-", "-"}, bytes);
  if (!outcome) {
    const std::string& why = outcome.error().message;
    if (outcome.error().code == ErrorCode::kNotFound) {
      return Error{ErrorCode::kNotFound,
                   "is a PDF, for which pdftotext is needed (Debian's "
                   "poppler-utils); " +
                       why};
    }
    if (outcome.error().code == ErrorCode::kDeadline) {
      return Error{ErrorCode::kInvalidInput, "is a PDF that cannot be read: pdftotext " + why};
    }
    return outcome.error();
  }
  if (outcome->exit_code != 0) return failure(*outcome);
  return pdf_document(std::move(source), read_pdf_layout(outcome->output), bytes.size());
}

}  // namespace rapporteur
