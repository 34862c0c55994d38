// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_cards.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "indexer/extract/day_line.h"
#include "indexer/extract/html_boilerplate.h"

namespace rapporteur {
namespace {

constexpr std::size_t kFewestCards = 3;
constexpr std::uint64_t kShortestCard = 20;   // letters
constexpr std::uint64_t kLongestCard = 1500;  // letters; more is an article of its own
constexpr std::uint64_t kMostOutside = 300;   // letters of running text beside the cards
constexpr std::size_t kTitleWithin = 3;       // blocks from the top of a card
constexpr int kAncestors = 4;                 // that cards must have in common by tag and class

std::string_view first_class(const HtmlTree& tree, NodeId node) {
  std::string_view names = tree.attribute(node, "class");
  const std::size_t begin = names.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  names.remove_prefix(begin);
  return names.substr(0, names.find_first_of(" \t\r\n"));
}

// A hash of what an element and those around it look like, for all nodes in one pass.
std::vector<std::size_t> shapes(const HtmlTree& tree) {
  std::vector<std::size_t> own(tree.nodes.size(), 0);
  std::vector<std::size_t> chain(tree.nodes.size(), 0);
  for (NodeId node = 1; node < tree.nodes.size(); ++node) {
    if (tree.nodes[node].tag == Tag::kText) continue;
    own[node] = std::hash<std::string_view>()(first_class(tree, node)) * 31 +
                static_cast<std::size_t>(tree.nodes[node].tag) + 1;
    NodeId at = node;
    for (int level = 0; level < kAncestors && at != 0; ++level) {
      chain[node] = chain[node] * 1000003 + own[at];
      at = tree.nodes[at].parent;
    }
  }
  return chain;
}

bool is_running_text(const HtmlBlock& block) {
  return block.letters >= 60 && block.sentence_marks > 0 && block.block.link_share < 0.4 &&
         block.block.kind != BlockKind::kHeading;
}

struct Group {
  std::vector<NodeId> cards;
  std::uint64_t letters = 0;
  std::uint64_t unlinked = 0;
  std::uint64_t largest = 0;  // letters; one that outweighs all others is no card
};

class Finder {
 public:
  Finder(const HtmlTree& tree, const NameRoles& roles, std::vector<HtmlBlock>& blocks)
      : tree_(tree), blocks_(blocks), sums_(tree, blocks) {
    dropped_ = find_boilerplate(tree, blocks, sums_, roles, Strictness::kStructure);
  }
  int run(std::vector<bool>& keep, bool of_article);

 private:
  bool is_card(NodeId node) const;
  Group best_group() const;
  bool are_dated(const Group& group) const;
  bool are_above_title(const Group& group) const;
  void number(NodeId card, int number, std::vector<bool>& keep);

  const HtmlTree& tree_;
  std::vector<HtmlBlock>& blocks_;
  BlockSums sums_;
  std::vector<bool> dropped_;
};

// A title with a link, and something beside it.
bool Finder::is_card(NodeId node) const {
  const std::uint64_t letters = sums_.letters(node);
  if (letters < kShortestCard || letters > kLongestCard) return false;
  const auto [begin, end] = sums_.range(node);
  if (end - begin < 2 || dropped_[begin]) return false;
  for (std::size_t i = begin; i < std::min(end, begin + kTitleWithin); ++i) {
    const bool heading = blocks_[i].block.kind == BlockKind::kHeading;
    if (blocks_[i].block.href && blocks_[i].letters >= (heading ? 2 : 8)) return true;
  }
  return false;
}

Group Finder::best_group() const {
  const std::vector<std::size_t> shape = shapes(tree_);
  std::unordered_map<std::size_t, Group> groups;
  for (NodeId node = 1; node < tree_.nodes.size(); ++node) {
    const Tag tag = tree_.nodes[node].tag;
    if (tag == Tag::kText || (!is_block(tag) && tag != Tag::kA && tag != Tag::kOther)) continue;
    if (!is_card(node)) continue;
    Group& group = groups[shape[node]];
    if (!group.cards.empty() && node < tree_.nodes[group.cards.back()].end) continue;
    group.cards.push_back(node);
    group.letters += sums_.letters(node);
    group.largest = std::max(group.largest, sums_.letters(node));
    group.unlinked += sums_.letters(node) - sums_.link_letters(node);
  }
  // The most text; of groups with about as much the one with fewer, larger cards, since a card's
  // parts look alike too.
  Group best;
  for (auto& [key, group] : groups) {
    if (group.cards.size() < kFewestCards || group.unlinked < 10 * group.cards.size() ||
        group.largest * 10 > group.letters * 7)
      continue;
    const bool more = group.letters > best.letters + best.letters / 20;
    const bool same = group.letters + group.letters / 20 >= best.letters;
    const bool outer =
        !best.cards.empty() &&
        (group.cards.size() < best.cards.size() ||
         (group.cards.size() == best.cards.size() && group.cards.front() < best.cards.front()));
    if (more || (same && outer)) best = std::move(group);
  }
  return best;
}

// Whether most cards have a date.
bool Finder::are_dated(const Group& group) const {
  std::size_t dated = 0;
  for (const NodeId card : group.cards) {
    const auto [begin, end] = sums_.range(card);
    dated +=
        std::any_of(blocks_.begin() + static_cast<std::ptrdiff_t>(begin),
                    blocks_.begin() + static_cast<std::ptrdiff_t>(end), [](const HtmlBlock& block) {
                      return block.block.kind == BlockKind::kTime ||
                             day_line(block.block.text) != DayLine::kNone;
                    });
  }
  return dated * 3 >= group.cards.size() * 2;
}

// Whether the page's only first-level heading comes after them: then they are a menu.
bool Finder::are_above_title(const Group& group) const {
  const auto is_title = [](const HtmlBlock& block) { return block.block.level == 1; };
  const auto title = std::find_if(blocks_.begin(), blocks_.end(), is_title);
  return title != blocks_.end() &&
         std::find_if(title + 1, blocks_.end(), is_title) == blocks_.end() &&
         title->first >= tree_.nodes[group.cards.back()].end;
}

void Finder::number(NodeId card, int number, std::vector<bool>& keep) {
  const auto [begin, end] = sums_.range(card);
  std::size_t title = end;
  for (std::size_t i = begin; i < end && title == end; ++i)
    if (blocks_[i].block.kind == BlockKind::kHeading) title = i;
  for (std::size_t i = begin; i < end && title == end; ++i)
    if (blocks_[i].block.href && blocks_[i].letters >= 8) title = i;
  NodeId link = 0;
  for (NodeId node = card; node < tree_.nodes[card].end && link == 0; ++node)
    if (tree_.nodes[node].tag == Tag::kA && tree_.has_attribute(node, "href")) link = node;
  for (std::size_t i = begin; i < end; ++i) {
    Block& block = blocks_[i].block;
    block.card = number;
    if (i != title && block.kind != BlockKind::kHeading && day_line(block.text) != DayLine::kNone)
      block.kind = BlockKind::kTime;
    const bool label = i != title && block.kind != BlockKind::kTime && block.link_share > 0.8 &&
                       block.kind != BlockKind::kHeading;
    keep[i] = !dropped_[i] && !label;
  }
  if (title != end && !blocks_[title].block.href && link != 0)
    blocks_[title].block.href = tree_.attribute(link, "href");
}

int Finder::run(std::vector<bool>& keep, bool of_article) {
  const Group group = best_group();
  if (group.cards.empty() || are_above_title(group) || (of_article && !are_dated(group))) return 0;
  std::vector<bool> inside(blocks_.size(), false);
  for (NodeId card : group.cards) {
    const auto [begin, end] = sums_.range(card);
    std::fill(inside.begin() + static_cast<std::ptrdiff_t>(begin),
              inside.begin() + static_cast<std::ptrdiff_t>(end), true);
  }
  std::uint64_t outside = 0;
  for (std::size_t i = 0; i < blocks_.size(); ++i)
    if (keep[i] && !inside[i] && is_running_text(blocks_[i]))
      outside += blocks_[i].letters - blocks_[i].link_letters;
  if (group.letters < 6 * outside || outside > kMostOutside) return 0;

  // Between the cards only headings and days stay: they tell when and what.
  const std::size_t first = sums_.range(group.cards.front()).first;
  const std::size_t last = sums_.range(group.cards.back()).second;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    Block& block = blocks_[i].block;
    if (inside[i]) continue;
    const bool between = i >= first && i < last && !dropped_[i];
    if (between && day_line(block.text) != DayLine::kNone) block.kind = BlockKind::kTime;
    keep[i] = between ? block.kind == BlockKind::kHeading || block.kind == BlockKind::kTime
                      : keep[i] && i < first;
  }
  int card_number = 0;
  for (NodeId card : group.cards) number(card, card_number++, keep);
  return card_number;
}

}  // namespace

int find_cards(const HtmlTree& tree, const NameRoles& roles, std::vector<HtmlBlock>& blocks,
               std::vector<bool>& keep, bool of_article) {
  return Finder(tree, roles, blocks).run(keep, of_article);
}

}  // namespace rapporteur
