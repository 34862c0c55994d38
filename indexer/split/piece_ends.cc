// SPDX-License-Identifier: GPL-2.0-or-later
//
// The ends of articles, once everything else has found its place.
#include "indexer/split/outline.h"

namespace rapporteur {

namespace {

constexpr std::uint32_t kLongestAddress = 30;  // words
constexpr std::uint32_t kLongestContact = 10;
constexpr std::uint32_t kLongestHeading = 8;
constexpr int kContacts = 2;  // more labelled lines than this are a table: date, time, place ...

// "Label: a name or two"
bool could_be_contact(const BlockShape& shape) {
  const double capitals = shape.capital_share();
  return shape.is_line() && shape.label_end > 0 && shape.words <= kLongestContact &&
         (capitals < 0 || capitals >= 0.6) && shape.label != LabelKind::kAuthor;
}

// True if the last block of the body ends a list of lines.
bool in_list(const Outline& outline, const Draft& draft) {
  std::size_t lines = 0;
  for (std::size_t k = draft.body.size() - 1; k > 0 && lines < 3; --k, ++lines) {
    const BlockShape& shape = outline.shapes[draft.body[k - 1]];
    if (!shape.is_line() || could_be_contact(shape)) break;
  }
  return lines >= 2;
}

void trim(Outline& outline, Draft& draft) {
  int contacts = 0;
  while (draft.body.size() > 1) {
    const std::size_t last = draft.body.back();
    const BlockShape& shape = outline.shapes[last];
    const char* reason = nullptr;
    if (shape.is_item) return;
    if (shape.reachable && shape.words <= kLongestAddress) {
      reason = "contact";
    } else if (could_be_contact(shape) && !in_list(outline, draft) && ++contacts <= kContacts) {
      reason = "contact";
    } else if (shape.ends_colon && shape.words <= kLongestHeading) {
      reason = "navigation";
    }
    if (reason == nullptr) return;
    outline.drop(last, reason);
    draft.body.pop_back();
  }
}

}  // namespace

void trim_ends(Outline& outline) {
  for (Draft& draft : outline.drafts) {
    if (!draft.is_day_teaser() && !draft.is_card) trim(outline, draft);
  }
}

}  // namespace rapporteur
