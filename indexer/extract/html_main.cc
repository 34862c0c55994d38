// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_main.h"

#include <algorithm>
#include <string_view>

#include "indexer/extract/html_boilerplate.h"
#include "indexer/extract/html_names.h"

namespace rapporteur {
namespace {

// A block of running text has at least so many letters (without spaces).
constexpr std::uint32_t kParagraphLetters = 60;
// Main content has at least so much running text; pages with less are read less strictly.
constexpr std::uint64_t kEnoughLetters = 180;
// A lead stands at most so many blocks above the text.
constexpr std::size_t kLeadBlocks = 25;
constexpr std::size_t kNearBlocks = 6;

// A sentence most of whose words are links, as encyclopedias write them.
bool is_linked_sentence(const HtmlBlock& block) {
  constexpr std::uint32_t kUnlinkedLetters = 20;
  return block.letters >= kParagraphLetters && block.block.text.ends_with('.') &&
         block.letters - block.link_letters >= kUnlinkedLetters && block.sentence_marks >= 2;
}

// A line that only leads elsewhere: a link, or a link with a label ("Read also: ...").
bool is_pointer(const HtmlBlock& block) {
  if (block.block.kind == BlockKind::kHeading || block.letters >= 200) return false;
  if (is_linked_sentence(block)) return false;
  if (block.block.link_share > 0.8) return true;
  const std::uint32_t label = block.letters - block.link_letters;
  const std::size_t colon = block.block.text.find(':');
  return block.block.link_share >= 0.5 && label <= 35 && colon < 60;
}

class Chooser {
 public:
  Chooser(const HtmlTree& tree, const NameRoles& roles, const std::vector<HtmlBlock>& blocks)
      : tree_(tree), blocks_(blocks), sums_(tree, blocks), roles_(roles) {}

  std::vector<bool> run();

 private:
  void weigh();
  std::uint64_t running(NodeId node) const;
  NodeId best_named(std::uint8_t role) const;
  NodeId densest() const;
  NodeId find_root() const;
  std::vector<bool> select(NodeId root) const;
  void drop_link_lists(NodeId root, std::vector<bool>& keep) const;
  void drop_lonely_headings(std::vector<bool>& keep) const;
  void add_lead(std::size_t root_begin, std::vector<bool>& keep) const;
  std::uint8_t block_roles(std::size_t i) const;
  std::uint64_t kept_letters(const std::vector<bool>& keep) const;

  const HtmlTree& tree_;
  const std::vector<HtmlBlock>& blocks_;
  BlockSums sums_;
  const NameRoles& roles_;
  std::vector<bool> dropped_;
  std::vector<std::uint64_t> running_;  // letters of running text before block i
};

// Sums up running text: long or punctuated, hardly linked, not dropped.
void Chooser::weigh() {
  running_.assign(1, 0);
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const HtmlBlock& block = blocks_[i];
    std::uint64_t weight = 0;
    if (!dropped_[i] && block.block.link_share < 0.4 && block.block.kind != BlockKind::kCaption &&
        block.block.kind != BlockKind::kHeading &&
        (block.letters >= kParagraphLetters || (block.letters >= 25 && block.sentence_marks > 0)))
      weight = block.letters - block.link_letters;
    running_.push_back(running_.back() + weight);
  }
}

std::uint64_t Chooser::running(NodeId node) const {
  const auto [begin, end] = sums_.range(node);
  return running_[end] - running_[begin];
}

// The element with such names that holds most running text; of nested ones with about as much the
// innermost.
NodeId Chooser::best_named(std::uint8_t role) const {
  NodeId best = 0;
  std::uint64_t best_text = 0;
  for (NodeId node = 1; node < tree_.nodes.size(); ++node) {
    const HtmlNode& at = tree_.nodes[node];
    if (at.tag == Tag::kText || at.tag == Tag::kBody || at.tag == Tag::kHtml) continue;
    bool fits = (roles_[node] & role) != 0 && is_block(at.tag);
    if (role == kNamesContent)
      fits = fits || at.tag == Tag::kArticle || at.tag == Tag::kMain ||
             tree_.attribute(node, "role") == "main";
    if (role == kNamesBody) fits = fits || tree_.attribute(node, "itemprop") == "articleBody";
    if (!fits) continue;
    const std::uint64_t text = running(node);
    const bool inside_best = best != 0 && node < tree_.nodes[best].end;
    if (text > best_text || (inside_best && text > 0 && text * 10 >= best_text * 9)) {
      best = node;
      best_text = std::max(text, best_text);
    }
  }
  return best;
}

// The innermost element that holds nearly all running text of what its parent holds, found by going
// down from the root.
NodeId Chooser::densest() const {
  NodeId node = 0;
  while (true) {
    NodeId next = 0;
    std::uint64_t most = 0;
    for (NodeId child = node + 1; child < tree_.nodes[node].end; child = tree_.nodes[child].end) {
      if (tree_.nodes[child].tag == Tag::kText) continue;
      const std::uint64_t text = running(child);
      if (text > most) {
        most = text;
        next = child;
      }
    }
    if (next == 0 || most * 100 < running(node) * 80) return node;
    // Do not go down into a single paragraph.
    const auto [begin, end] = sums_.range(next);
    if (end - begin < 2) return node;
    node = next;
  }
}

NodeId Chooser::find_root() const {
  const std::uint64_t all = running(0);
  const NodeId dense = densest();
  const NodeId body = best_named(kNamesBody);
  if (body != 0 && running(body) >= kEnoughLetters && running(body) * 10 >= all * 2) return body;
  const NodeId content = best_named(kNamesContent);
  if (content != 0 && running(content) * 10 >= all * 4) {
    // Of two nested ones the inner, if it has as much.
    if (dense > content && dense < tree_.nodes[content].end &&
        running(dense) * 10 >= running(content) * 9)
      return dense;
    return content;
  }
  return dense;
}

void Chooser::drop_link_lists(NodeId root, std::vector<bool>& keep) const {
  const NodeId end = tree_.nodes[root].end;
  for (NodeId node = root + 1; node < end;) {
    const Tag tag = tree_.nodes[node].tag;
    const bool list = tag == Tag::kUl || tag == Tag::kOl || tag == Tag::kDl;
    const bool box = tag == Tag::kDiv || tag == Tag::kSection || tag == Tag::kTable;
    if (!list && !box) {
      ++node;
      continue;
    }
    const auto letters = static_cast<double>(sums_.letters(node));
    const auto links = static_cast<double>(sums_.link_letters(node));
    const auto [first, last] = sums_.range(node);
    const bool linked = (list && links > 0.5 * letters) ||
                        (box && links > 0.6 * letters && letters < 600) ||
                        (box && links > 0.75 * letters);
    if (!linked || first == last) {
      ++node;
      continue;
    }
    std::fill(keep.begin() + static_cast<std::ptrdiff_t>(first),
              keep.begin() + static_cast<std::ptrdiff_t>(last), false);
    node = tree_.nodes[node].end;
  }
}

// A heading whose text was dropped goes too.
void Chooser::drop_lonely_headings(std::vector<bool>& keep) const {
  int below = 7;  // the level of the kept heading that follows with nothing between
  bool text_follows = false;
  for (std::size_t i = blocks_.size(); i-- > 0;) {
    if (!keep[i]) continue;
    const Block& block = blocks_[i].block;
    if (block.kind != BlockKind::kHeading) {
      text_follows = true;
      below = 7;
      continue;
    }
    const bool sentence = blocks_[i].letters >= 60 || block.text.ends_with('.');
    if (!text_follows && !sentence && (below == 7 || block.level >= below)) {
      keep[i] = false;
      continue;
    }
    text_follows = false;
    below = block.level;
  }
}

std::vector<bool> Chooser::select(NodeId root) const {
  std::vector<bool> keep(blocks_.size(), false);
  const auto [begin, end] = sums_.range(root);
  for (std::size_t i = begin; i < end; ++i) {
    const HtmlBlock& block = blocks_[i];
    keep[i] = !dropped_[i];
    if (is_pointer(block)) keep[i] = false;
  }
  add_lead(begin, keep);
  drop_link_lists(root, keep);
  drop_lonely_headings(keep);
  return keep;
}

// What stands between the title and the text: the lead is often outside of the element that holds
// the rest.
void Chooser::add_lead(std::size_t root_begin, std::vector<bool>& keep) const {
  // The nearest first-level heading above, else the nearest heading close by.
  std::size_t title = root_begin;
  for (std::size_t i = root_begin; i > 0 && root_begin - i < kLeadBlocks;) {
    --i;
    const int level = blocks_[i].block.level;
    if (level == 0 || (level > 1 && (title != root_begin || root_begin - i > kNearBlocks)))
      continue;
    title = i;
    if (level == 1) break;
  }
  for (std::size_t i = title; i < root_begin; ++i) {
    const HtmlBlock& block = blocks_[i];
    if (dropped_[i] && (block_roles(i) & kNamesTeaser) == 0) continue;
    if (i == title || (block.letters >= 30 && block.sentence_marks > 0 &&
                       block.block.link_share < 0.3 && block.block.kind != BlockKind::kCaption))
      keep[i] = true;
  }
}

// What the names of the elements close around a block say.
std::uint8_t Chooser::block_roles(std::size_t i) const {
  std::uint8_t roles = 0;
  NodeId node = blocks_[i].container;
  for (int level = 0; level < 3 && node != 0; ++level) {
    roles |= roles_[node];
    node = tree_.nodes[node].parent;
  }
  return roles;
}

std::uint64_t Chooser::kept_letters(const std::vector<bool>& keep) const {
  std::uint64_t letters = 0;
  for (std::size_t i = 0; i < blocks_.size(); ++i)
    if (keep[i] && blocks_[i].block.kind != BlockKind::kHeading) letters += blocks_[i].letters;
  return letters;
}

std::vector<bool> Chooser::run() {
  std::vector<bool> best;
  std::uint64_t best_letters = 0;
  for (Strictness strictness : {Strictness::kAll, Strictness::kStructure}) {
    dropped_ = find_boilerplate(tree_, blocks_, sums_, roles_, strictness);
    weigh();
    std::vector<bool> keep = select(find_root());
    const std::uint64_t letters = kept_letters(keep);
    if (best.empty() || letters > 2 * best_letters) {
      best = std::move(keep);
      best_letters = letters;
    }
    if (best_letters >= kEnoughLetters) break;
  }
  return best;
}

}  // namespace

std::vector<bool> choose_main(const HtmlTree& tree, const NameRoles& roles,
                              const std::vector<HtmlBlock>& blocks) {
  return Chooser(tree, roles, blocks).run();
}

}  // namespace rapporteur
