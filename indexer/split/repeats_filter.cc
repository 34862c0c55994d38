// SPDX-License-Identifier: GPL-2.0-or-later
//
// What repetition gives away. Publications repeat as well (a teaser on the pages of two weeks, the
// same article found twice), so a piece that repeats whole is kept if it has a title or a day, and
// only its unlike ends are cut off where a piece repeats in part.
#include <algorithm>

#include "indexer/split/outline.h"

namespace rapporteur {

namespace {

constexpr std::ptrdiff_t kArticle = 3;  // paragraphs below a title that are never just an appeal
constexpr unsigned kSure = 3;           // pages on which even a sentence in a piece is the site's

class Filter {
 public:
  Filter(Outline& outline, const SiteRepeats& repeats, int usual)
      : out_(outline), repeats_(repeats), copies_(repeats.copies(outline.page)), usual_(usual) {}

  void run() {
    for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
      Draft& draft = out_.drafts[d];
      if (all_repeat(draft)) {
        if (!is_publication(draft)) drop_all(draft, d > 0 ? &out_.drafts[d - 1] : nullptr);
        continue;
      }
      while (is_sites(draft.body.back(), true)) {
        out_.drop(draft.body.back(), "repeated");
        draft.body.pop_back();
      }
      if (draft.title || draft.day) continue;
      while (is_sites(draft.body.front(), false)) {
        out_.drop(draft.body.front(), "repeated");
        draft.body.erase(draft.body.begin());
      }
    }
    std::erase_if(out_.drafts, [](const Draft& draft) {
      return draft.body.empty() && !(draft.is_card && draft.title);
    });
  }

 private:
  unsigned pages(std::size_t block) const {
    return repeats_.repeats(out_.page.site, out_.page.blocks[block].text, copies_);
  }

  bool all_repeat(const Draft& draft) const {
    return std::all_of(draft.body.begin(), draft.body.end(),
                       [this](std::size_t i) { return pages(i) > 0; });
  }

  // True if all of a piece stands on other pages too and it is one nevertheless.
  bool is_publication(const Draft& draft) const {
    if (draft.day || draft.is_card || draft.has_bar) return true;
    if (draft.title) {
      const auto prose = std::count_if(draft.body.begin(), draft.body.end(), [this](std::size_t i) {
        return out_.shapes[i].ends_sentence;
      });
      return prose >= kArticle || (prose > 0 && !on_many(draft));
    }
    return !on_many(draft);
  }

  bool on_many(const Draft& draft) const {
    return std::all_of(draft.body.begin(), draft.body.end(), [this](std::size_t i) {
      return pages(i) >= kSure || (pages(i) > 0 && out_.shapes[i].is_line());
    });
  }

  // An end of a piece that is the site's: on many pages, or on two and set apart by blank lines.
  bool is_sites(std::size_t block, bool at_end) const {
    const unsigned with = pages(block);
    if (with >= kSure) return true;
    return with > 0 && at_end && out_.gap(block) >= usual_ + 2;
  }

  void drop_all(Draft& draft, Draft* above) {
    for (const std::size_t i : draft.body) out_.drop(i, "repeated");
    draft.body.clear();
    if (draft.title) {
      // What looked like the title of the site's words may be the last line of the piece above.
      const std::size_t title = *draft.title;
      const bool is_last_line = above != nullptr && !above->body.empty() && pages(title) == 0 &&
                                above->body.back() + 1 == title && out_.gap(title) < usual_ + 2;
      if (is_last_line) {
        above->body.push_back(title);
      } else {
        out_.drop(title, "repeated");
      }
    }
    if (draft.day) out_.drop(*draft.day, "repeated");
  }

  Outline& out_;
  const SiteRepeats& repeats_;
  const unsigned copies_;  // of the page
  const int usual_;
};

}  // namespace

void drop_repeats(Outline& outline, const SiteRepeats& repeats, int usual) {
  if (repeats.pages(outline.page.site) < 2) return;
  Filter(outline, repeats, usual).run();
}

}  // namespace rapporteur
