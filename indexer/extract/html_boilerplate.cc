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
  if (tree.attribute(node, "aria-hidden") == "true") return true;
  const std::string_view style = tree.attribute(node, "style");
  if (style.empty()) return false;
  for (std::string_view hiding :
       {"display:none", "display: none", "visibility:hidden", "visibility: hidden"})
    if (style.find(hiding) != std::string_view::npos) return true;
  return false;
}

bool is_boilerplate_role(std::string_view role) {
  for (std::string_view name : {"navigation", "banner", "contentinfo", "complementary", "search",
                                "dialog", "alertdialog", "menu", "menubar", "toolbar"})
    if (role == name) return true;
  return false;
}

bool is_boilerplate_tag(Tag tag) {
  return tag == Tag::kNav || tag == Tag::kMenu || tag == Tag::kAside || tag == Tag::kFooter;
}

bool is_called_boilerplate(std::uint8_t roles, Strictness strictness) {
  if ((roles & kNamesComments) != 0) return true;
  if (strictness == Strictness::kStructure) return false;
  return (roles & (kNamesDrop | kNamesTeaser)) != 0 && (roles & (kNamesBody | kNamesKeep)) == 0;
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

std::vector<bool> find_boilerplate(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                                   const BlockSums& sums, const NameRoles& roles,
                                   Strictness strictness) {
  std::vector<bool> dropped(blocks.size(), false);
  const double page = std::max<double>(1, sums.letters(0) - sums.link_letters(0));
  const auto share = [&](NodeId node) {
    return (sums.letters(node) - sums.link_letters(node)) / page;
  };
  std::vector<NodeId> titles;
  for (NodeId node = 0; node < tree.nodes.size(); ++node)
    if (tree.nodes[node].tag == Tag::kH1) titles.push_back(node);
  // The title and much of the text: that is the article, whatever it is called.
  const auto is_whole_article = [&](NodeId node) {
    const auto title = std::lower_bound(titles.begin(), titles.end(), node);
    return title != titles.end() && *title < tree.nodes[node].end && share(node) >= 0.25;
  };
  NodeId inside_article = 0;  // the end of the <article> or <main> that we are in
  for (NodeId node = 0; node < tree.nodes.size();) {
    const HtmlNode& at = tree.nodes[node];
    if (at.tag == Tag::kText || at.tag == Tag::kRoot || at.tag == Tag::kHtml ||
        at.tag == Tag::kBody) {
      ++node;
      continue;
    }
    if (at.tag == Tag::kArticle || at.tag == Tag::kMain)
      inside_article = std::max(inside_article, at.end);
    bool drop = is_boilerplate_tag(at.tag) || (at.tag == Tag::kHeader && node >= inside_article);
    if (!drop && at.has_attributes()) {
      drop = is_boilerplate_role(tree.attribute(node, "role")) || is_hidden(tree, node);
      if (!drop && at.tag != Tag::kMain && at.tag != Tag::kArticle && heading_level(at.tag) == 0)
        drop = is_called_boilerplate(roles[node], strictness);
    }
    // Old frameworks wrap whole pages in a form.
    const bool form = at.tag == Tag::kForm || at.tag == Tag::kFieldset;
    if (form && share(node) < kTooMuchToDrop) drop = true;
    if (drop && (share(node) >= kTooMuchToDrop || is_whole_article(node))) drop = false;
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
