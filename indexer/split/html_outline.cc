// SPDX-License-Identifier: GPL-2.0-or-later
//
// The pieces of an HTML page. Extraction has left the site's menus away and numbered the cards of
// listings; here each card becomes a teaser and the rest, if there is enough of it, an article.
#include <algorithm>
#include <map>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "indexer/extract/day_line.h"
#include "indexer/split/outline.h"

namespace rapporteur {

namespace {

constexpr std::uint32_t kArticleWords =
    40;                                  // of prose outside of cards make an article beside them
constexpr std::uint32_t kLinkWords = 4;  // "Read more", "Continue reading this"
constexpr double kAllLink = 0.8;         // share of a block's text inside links

class HtmlOutline {
 public:
  explicit HtmlOutline(Outline& outline) : out_(outline) {}

  void run() {
    std::vector<std::size_t> main;
    std::map<int, std::vector<std::size_t>> cards;
    for (std::size_t i = 0; i < out_.size(); ++i) {
      const int card = block(i).card;
      card < 0 ? main.push_back(i) : cards[card].push_back(i);
    }
    const bool listing = cards.size() >= 2 && prose_words(main) < kArticleWords;
    if (listing) {
      for (const std::size_t i : main) out_.drop(i, "navigation");
    } else {
      article(main);
    }
    for (const auto& [number, blocks] : cards) card(blocks, listing);
    std::sort(out_.drafts.begin(), out_.drafts.end(),
              [this](const Draft& a, const Draft& b) { return place(a) < place(b); });
  }

 private:
  const Block& block(std::size_t i) const { return out_.page.blocks[i]; }
  const BlockShape& shape(std::size_t i) const { return out_.shapes[i]; }

  static std::size_t place(const Draft& draft) {
    std::size_t first = draft.body.empty() ? *draft.title : draft.body.front();
    if (draft.title) first = std::min(first, *draft.title);
    return first;
  }

  std::uint32_t prose_words(const std::vector<std::size_t>& blocks) const {
    std::uint32_t words = 0;
    for (const std::size_t i : blocks) {
      const bool prose = block(i).kind != BlockKind::kHeading &&
                         block(i).kind != BlockKind::kCaption && block(i).link_share < kAllLink &&
                         (shape(i).ends_sentence || shape(i).words >= 12);
      if (prose) words += shape(i).words;
    }
    return words;
  }

  bool is_link(std::size_t i) const {
    return block(i).href.has_value() || block(i).link_share >= kAllLink;
  }

  // Drops blocks that are no text wherever they stand.
  bool drop_by_kind(std::size_t i) {
    if (block(i).kind == BlockKind::kCaption) {
      out_.drop(i, "caption");
      return true;
    }
    const auto label = shape(i).label;
    if (!label || *label == LabelKind::kAuthor || block(i).kind == BlockKind::kHeading)
      return false;
    out_.drop(i, *label == LabelKind::kContact  ? "contact"
                 : *label == LabelKind::kCredit ? "credit"
                                                : "share");
    return true;
  }

  // ---- a teaser --------------------------------------------------------------------------------

  void card(const std::vector<std::size_t>& blocks, bool listing) {
    Draft draft;
    draft.is_card = true;
    for (const std::size_t i : blocks) {
      if (block(i).kind == BlockKind::kHeading && !draft.title) draft.title = i;
    }
    for (const std::size_t i : blocks) {
      if (draft.title) break;
      if (is_link(i) && block(i).kind != BlockKind::kTime && shape(i).words > 2) draft.title = i;
    }
    for (const std::size_t i : blocks) {
      if (draft.title == i) continue;
      if (block(i).kind == BlockKind::kTime && !draft.day) {
        draft.day = i;
      } else if (block(i).kind == BlockKind::kTime ||
                 (is_link(i) && shape(i).words <= kLinkWords)) {
        out_.drop(i, "navigation");
      } else if (!drop_by_kind(i)) {
        draft.body.push_back(i);
      }
    }
    if (!draft.body.empty() || (listing && draft.title)) {
      out_.drafts.push_back(std::move(draft));
      return;
    }
    for (const std::size_t i : blocks) out_.drop(i, "navigation");
  }

  // ---- the article -----------------------------------------------------------------------------

  void article(const std::vector<std::size_t>& blocks) {
    Draft draft;
    draft.title = find_title(blocks);
    if (!draft.title) draft.title_text = head_title();
    for (std::size_t k = 0; k < blocks.size(); ++k) {
      const std::size_t i = blocks[k];
      if (draft.title == i) continue;
      // Above the title stand dates, sections and by-lines; only sentences there are text.
      const bool above = draft.title && i < *draft.title;
      if (is_day(i) && !draft.day && draft.body.empty()) {
        draft.day = i;
      } else if (drop_by_kind(i)) {
        continue;
      } else if (above && !(shape(i).ends_sentence && shape(i).words >= 8)) {
        out_.drop(i, "navigation");
      } else if (is_repeated_title(draft, i)) {
        out_.drop(i, "navigation");
      } else {
        draft.body.push_back(i);
      }
    }
    drop_links(draft);
    while (!draft.body.empty() && block(draft.body.back()).kind == BlockKind::kHeading) {
      out_.drop(draft.body.back(), "navigation");  // a heading of nothing
      draft.body.pop_back();
    }
    if (!draft.body.empty()) {
      out_.drafts.push_back(std::move(draft));
      return;
    }
    if (draft.title) out_.drop(*draft.title, "navigation");
    if (draft.day) out_.drop(*draft.day, "navigation");
  }

  // A <time> of its own, or a paragraph that is only a date.
  bool is_day(std::size_t i) const {
    return block(i).kind == BlockKind::kTime ||
           (block(i).kind == BlockKind::kParagraph && day_line(block(i).text) != DayLine::kNone);
  }

  // The heading that is the page's title: the one the head names too, else the first of level 1.
  std::optional<std::size_t> find_title(const std::vector<std::size_t>& blocks) const {
    const std::string head = fold(out_.page.metadata.title.value_or(""));
    const std::string site = fold(out_.page.metadata.site_name.value_or(""));
    std::optional<std::size_t> first;
    for (const std::size_t i : blocks) {
      if (block(i).kind != BlockKind::kHeading) continue;
      const std::string text = fold(collapse_spaces(block(i).text));
      if (text.empty() || text == site) continue;
      if (!head.empty() && text.size() >= 8 && head.find(text) != std::string::npos) return i;
      if (block(i).level == 1 && !first) first = i;
    }
    return first;
  }

  // The head's title without the site's name behind it.
  std::optional<std::string> head_title() const {
    if (!out_.page.metadata.title) return std::nullopt;
    std::string title = collapse_spaces(*out_.page.metadata.title);
    const std::string site = collapse_spaces(out_.page.metadata.site_name.value_or(""));
    if (!site.empty() && title.size() > site.size() + 3 && title.ends_with(site)) {
      title.resize(title.size() - site.size());
      for (const std::string_view sign : {" | ", " - ", " – ", " — ", " · ", " : ", " » "}) {
        if (title.ends_with(sign)) title.resize(title.size() - sign.size());
      }
    }
    return title.empty() || title == site ? std::nullopt : std::optional(title);
  }

  bool is_repeated_title(const Draft& draft, std::size_t i) const {
    if (!draft.body.empty()) return false;
    const std::string text = collapse_spaces(block(i).text);
    if (draft.title) return text == collapse_spaces(block(*draft.title).text);
    return draft.title_text && text == *draft.title_text;
  }

  // Three and more links in a row without a full stop are a menu.
  void drop_links(Draft& draft) {
    std::vector<std::size_t> kept;
    for (std::size_t k = 0; k < draft.body.size();) {
      std::size_t end = k;
      while (end < draft.body.size() && is_menu_entry(draft.body[end])) ++end;
      const bool menu = end - k >= 3;
      end = std::max(end, k + 1);
      for (; k < end; ++k) {
        if (menu) {
          out_.drop(draft.body[k], "navigation");
        } else {
          kept.push_back(draft.body[k]);
        }
      }
    }
    draft.body.swap(kept);
  }

  bool is_menu_entry(std::size_t i) const {
    return is_link(i) && !shape(i).ends_sentence && shape(i).words <= 12;
  }

  Outline& out_;
};

}  // namespace

void outline_html_page(Outline& outline) {
  HtmlOutline(outline).run();
}

}  // namespace rapporteur
