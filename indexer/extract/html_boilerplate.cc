// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_boilerplate.h"

#include <algorithm>
#include <string_view>

#include "indexer/extract/html_names.h"

namespace rapporteur {
namespace {

// An element that holds more than this share of the page's unlinked text is not dropped for what it
// is called.
constexpr double kTooMuchToDrop = 0.4;

bool is_hidden(const HtmlTree& tree, NodeId node) {
  if (tree.has_attribute(node, "hidden")) return true;
  if (tree.raw_attribute(node, "aria-hidden") == "true") return true;
  const std::string_view style = tree.raw_attribute(node, "style");
  if (style.empty()) return false;
  for (std::string_view hiding :
       {"display:none", "display: none", "visibility:hidden", "visibility: hidden"})
    if (style.find(hiding) != std::string_view::npos) return true;
  return false;
}

bool is_boilerplate_role(std::string_view role) {
  for (std::string_view name : {"navigation", "banner", "contentinfo", "complementary", "search",
                                "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist"})
    if (role == name) return true;
  return false;
}

}  // namespace

BlockSums::BlockSums(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks)
    : tree_(tree), blocks_(blocks) {
  letters_.assign(1, 0);
  link_letters_.assign(1, 0);
  for (const HtmlBlock& block : blocks) {
    letters_.push_back(letters_.back() + block.letters);
    link_letters_.push_back(link_letters_.back() + block.link_letters);
  }
}

std::pair<std::size_t, std::size_t> BlockSums::range(NodeId node) const {
  const auto before = [](const HtmlBlock& block, NodeId id) { return block.first < id; };
  const auto begin = std::lower_bound(blocks_.begin(), blocks_.end(), node, before);
  const auto end = std::lower_bound(begin, blocks_.end(), tree_.nodes[node].end, before);
  return {static_cast<std::size_t>(begin - blocks_.begin()),
          static_cast<std::size_t>(end - blocks_.begin())};
}

std::uint64_t BlockSums::difference(const std::vector<std::uint64_t>& sums, NodeId node) const {
  const auto [begin, end] = range(node);
  return sums[end] - sums[begin];
}

std::vector<std::uint8_t> name_roles(const HtmlTree& tree) {
  HtmlNames names;
  std::vector<std::uint8_t> roles(tree.nodes.size(), 0);
  for (NodeId node = 0; node < tree.nodes.size(); ++node)
    if (tree.nodes[node].attributes_begin < tree.nodes[node].attributes_end)
      roles[node] = names.roles(tree, node);
  return roles;
}

std::vector<bool> find_boilerplate(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                                   const BlockSums& sums, const std::vector<std::uint8_t>& roles,
                                   Strictness strictness) {
  std::vector<bool> dropped(blocks.size(), false);
  const double page = std::max<double>(1, sums.letters(0) - sums.link_letters(0));
  const auto share = [&](NodeId node) {
    return (sums.letters(node) - sums.link_letters(node)) / page;
  };
  NodeId inside_article = 0;  // the end of the <article> or <main> that we are in
  for (NodeId node = 0; node < tree.nodes.size();) {
    const HtmlNode& at = tree.nodes[node];
    bool drop = false;
    switch (at.tag) {
      case Tag::kNav:
      case Tag::kMenu:
      case Tag::kAside:
      case Tag::kFooter:
        drop = share(node) < kTooMuchToDrop;
        break;
      case Tag::kHeader:
        drop = node >= inside_article && share(node) < kTooMuchToDrop;
        break;
      case Tag::kForm:
      case Tag::kFieldset:
        drop = share(node) < kTooMuchToDrop;
        break;
      case Tag::kArticle:
      case Tag::kMain:
        inside_article = std::max(inside_article, at.end);
        break;
      case Tag::kText:
      case Tag::kRoot:
      case Tag::kHtml:
      case Tag::kBody:
        ++node;
        continue;
      default:
        break;
    }
    if (!drop && at.attributes_begin < at.attributes_end) {
      if (is_boilerplate_role(tree.raw_attribute(node, "role")) || is_hidden(tree, node))
        drop = share(node) < kTooMuchToDrop;
      const bool named = strictness == Strictness::kNames && at.tag != Tag::kMain &&
                         at.tag != Tag::kArticle && (roles[node] & kNamesBody) == 0 &&
                         (roles[node] & (kNamesDrop | kNamesComments)) != 0;
      if (!drop && named) drop = share(node) < kTooMuchToDrop;
      if (!drop && strictness == Strictness::kStructure && (roles[node] & kNamesComments) != 0)
        drop = share(node) < kTooMuchToDrop;
    }
    if (!drop) {
      ++node;
      continue;
    }
    const auto [begin, end] = sums.range(node);
    std::fill(dropped.begin() + static_cast<std::ptrdiff_t>(begin),
              dropped.begin() + static_cast<std::ptrdiff_t>(end), true);
    node = at.end;
  }
  return dropped;
}

}  // namespace rapporteur
