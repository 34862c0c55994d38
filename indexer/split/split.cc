// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/split/split.h"

#include "indexer/split/outline.h"
#include "indexer/split/piece_builder.h"

namespace rapporteur {

SplitPage split(const Page& page, const SiteRepeats& repeats) {
  Outline outline(page);
  const int usual = page.is_plain_text() ? usual_gap(outline) : 1;
  if (page.is_document) {
    outline_document(outline);
  } else {
    if (page.is_html) {
      outline_html_page(outline);
    } else {
      drop_footer(outline, usual);
      outline_plain_page(outline, usual);
      resolve_leads(outline);
    }
    drop_repeats(outline, repeats, usual);
    trim_ends(outline);
  }

  SplitPage result;
  for (const Draft& draft : outline.drafts) {
    result.pieces.push_back(build_piece(outline, draft, usual));
  }
  for (std::size_t i = 0; i < outline.size(); ++i) {
    if (outline.in_use(i)) continue;
    const Block& block = page.blocks[i];
    result.dropped.push_back({outline.dropped[i], block.text, block.offset});
  }
  return result;
}

}  // namespace rapporteur
