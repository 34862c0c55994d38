// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/split/piece_builder.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/split/labels.h"
#include "indexer/split/signatories.h"

namespace rapporteur {

namespace {

constexpr std::size_t kTeaserParagraphs = 2;
constexpr std::uint32_t kTitledTeaserWords = 120;
constexpr std::uint32_t kUntitledTeaserWords = 300;
constexpr std::uint32_t kLongestSalutation = 8;

// Appends `text` with its runs of spaces, non-breaking ones too, made one plain space; line breaks
// stay.
void append_tidy(std::string& to, std::string_view text) {
  bool pending = false;
  for (std::size_t position = 0; position < text.size();) {
    const auto byte = static_cast<unsigned char>(text[position]);
    if (byte > ' ' && byte < 0x80) {
      if (pending) to += ' ';
      pending = false;
      to += text[position++];
      continue;
    }
    if (byte == '\n') {
      to += '\n';
      pending = false;
      ++position;
      continue;
    }
    const std::size_t start = position;
    const char32_t c = next_code_point(text, position);
    if (c == 0xFEFF || c == 0x2060) continue;
    if (is_space(c) && c != 0x200B) {
      pending = to.empty() || to.back() != '\n';
      continue;
    }
    if (pending) to += ' ';
    pending = false;
    to.append(text, start, position - start);
  }
}

bool is_letter(const Outline& outline, const Draft& draft) {
  const BlockShape& first = outline.shapes[draft.body.front()];
  return draft.body.size() > 2 && first.ends_open && !first.is_item && first.words >= 2 &&
         first.words <= kLongestSalutation;
}

std::string kind_of(const Outline& outline, const Draft& draft, const Piece& piece) {
  if (draft.is_card) return "teaser";
  std::size_t paragraphs = 0;
  std::uint32_t words = 0;
  for (const std::size_t i : draft.body) {
    paragraphs += outline.shapes[i].ends_sentence || outline.shapes[i].words >= 12;
    words += outline.shapes[i].words;
  }
  if (outline.page.is_plain_text()) {
    const bool titled = draft.title.has_value();
    const bool teaser = draft.day && paragraphs <= (titled ? 1U : kTeaserParagraphs)
                            ? true
                            : !draft.has_bar && paragraphs <= (titled ? 1U : kTeaserParagraphs) &&
                                  words <= (titled ? kTitledTeaserWords : kUntitledTeaserWords);
    if (teaser) return "teaser";
  }
  if (piece.title) {
    if (auto kind = announced_kind(*piece.title)) return *kind;
  }
  return !draft.body.empty() && is_letter(outline, draft) ? "letter" : "article";
}

}  // namespace

Piece build_piece(const Outline& outline, const Draft& draft, int usual) {
  const Page& page = outline.page;
  Piece piece;
  if (draft.title) {
    piece.title = collapse_spaces(page.blocks[*draft.title].text);
  } else {
    piece.title = draft.title_text;
  }
  const std::size_t signatories = signatories_begin(outline, draft);
  std::optional<std::size_t> body_end;
  for (std::size_t k = 0; k < draft.body.size(); ++k) {
    const Block& block = page.blocks[draft.body[k]];
    if (k > 0) {
      const bool close = page.is_plain_text() && usual > 0 && block.blank_lines_before == 0 &&
                         draft.body[k] == draft.body[k - 1] + 1;
      piece.text += close ? "\n" : "\n\n";
    }
    if (k == signatories) body_end = piece.text.size();
    append_tidy(piece.text, block.text);
  }
  piece.body_end = body_end.value_or(piece.text.size());
  piece.kind = kind_of(outline, draft, piece);

  std::vector<std::size_t> blocks = draft.body;
  if (draft.title) blocks.push_back(*draft.title);
  if (draft.day) blocks.push_back(*draft.day);
  piece.offset = page.blocks[blocks.front()].offset;
  for (const std::size_t i : blocks) {
    const Block& block = page.blocks[i];
    piece.offset.begin = std::min(piece.offset.begin, block.offset.begin);
    piece.offset.end = std::max(piece.offset.end, block.offset.end);
    if (block.datetime && !piece.datetime) piece.datetime = block.datetime;
  }
  if (draft.day) {
    piece.day_line = collapse_spaces(page.blocks[*draft.day].text);
    if (page.blocks[*draft.day].datetime) piece.datetime = page.blocks[*draft.day].datetime;
  }
  if (draft.is_card) {
    if (draft.title) piece.url = page.blocks[*draft.title].href;
    for (const std::size_t i : draft.body) {
      if (!piece.url) piece.url = page.blocks[i].href;
    }
  }
  return piece;
}

}  // namespace rapporteur
