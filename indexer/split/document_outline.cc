// SPDX-License-Identifier: GPL-2.0-or-later
//
// A document is one publication: all of it is text but its title and the day in its masthead.
#include "indexer/split/outline.h"

namespace rapporteur {

void outline_document(Outline& outline) {
  Draft draft;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Block& block = outline.page.blocks[i];
    if (block.kind == BlockKind::kHeading && block.level == 1 && !draft.title) {
      draft.title = i;
    } else if (block.kind == BlockKind::kTime && !draft.day) {
      draft.day = i;
    } else {
      draft.body.push_back(i);
    }
  }
  if (!draft.title) draft.title_text = outline.page.metadata.title;
  if (draft.body.empty()) {
    for (std::size_t i = 0; i < outline.size(); ++i) outline.drop(i, "navigation");
    return;
  }
  outline.drafts.push_back(std::move(draft));
}

}  // namespace rapporteur
