// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the lines between a teaser's day and its text are. The page's other teasers tell: where most
// have such a line it is their title, where one has it, it is a picture's caption.
#include <algorithm>

#include "indexer/split/outline.h"

namespace rapporteur {

namespace {

constexpr std::uint32_t kSurelyTitle = 8;  // words; captions are shorter, mostly
constexpr std::uint32_t kAloneTitle = 4;   // words, on a page with one teaser only

bool is_author(const BlockShape& shape) {
  return shape.label == LabelKind::kAuthor;
}

// The title is the longest of several lines; the others are captions.
void take_title(Outline& outline, Draft& draft) {
  std::size_t best = draft.leads.front();
  for (const std::size_t i : draft.leads) {
    if (outline.shapes[i].words > outline.shapes[best].words && !is_author(outline.shapes[i])) {
      best = i;
    }
  }
  draft.title = best;
  std::vector<std::size_t> body;
  for (const std::size_t i : draft.leads) {
    if (i == best) continue;
    if (is_author(outline.shapes[i])) {
      body.push_back(i);
    } else {
      outline.drop(i, "caption");
    }
  }
  draft.body.insert(draft.body.begin(), body.begin(), body.end());
}

}  // namespace

void resolve_leads(Outline& outline) {
  std::size_t teasers = 0;
  std::size_t with_lead = 0;
  for (const Draft& draft : outline.drafts) {
    if (!draft.is_day_teaser() || draft.title) continue;
    ++teasers;
    with_lead += !draft.leads.empty() && !draft.body.empty();
  }
  for (Draft& draft : outline.drafts) {
    if (draft.leads.empty()) continue;
    if (draft.body.empty()) {
      // A teaser of lines only: a headline, or a headline and its text.
      if (draft.leads.size() > 1) {
        draft.title = draft.leads.front();
        draft.leads.erase(draft.leads.begin());
      }
      draft.body.swap(draft.leads);
    } else {
      std::uint32_t longest = 0;
      for (const std::size_t i : draft.leads) {
        longest = std::max(longest, outline.shapes[i].words);
      }
      const bool usual = with_lead * 2 > teasers && teasers > 1;
      if (usual || longest >= (teasers == 1 ? kAloneTitle : kSurelyTitle)) {
        take_title(outline, draft);
      } else {
        std::vector<std::size_t> authors;
        for (const std::size_t i : draft.leads) {
          if (is_author(outline.shapes[i])) {
            authors.push_back(i);
          } else {
            outline.drop(i, "caption");
          }
        }
        draft.body.insert(draft.body.begin(), authors.begin(), authors.end());
      }
    }
    draft.leads.clear();
  }
}

}  // namespace rapporteur
