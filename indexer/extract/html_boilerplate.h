// SPDX-License-Identifier: GPL-2.0-or-later
//
// What of a page is boilerplate whatever stands around it: by the kind of the element, by its
// names, by being hidden.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_names.h"
#include "indexer/extract/html_tree.h"

namespace rapporteur {

// Sums over the blocks of an element, each answered in logarithmic time.
class BlockSums {
 public:
  BlockSums(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks);

  // The blocks [begin, end) that start inside of `node`.
  std::pair<std::size_t, std::size_t> range(NodeId node) const;
  std::uint64_t letters(NodeId node) const { return difference(letters_, node); }
  std::uint64_t link_letters(NodeId node) const { return difference(link_letters_, node); }

 private:
  std::uint64_t difference(const std::vector<std::uint64_t>& sums, NodeId node) const;

  const HtmlTree& tree_;
  const std::vector<HtmlBlock>& blocks_;
  std::vector<std::uint64_t> letters_;  // before block i
  std::vector<std::uint64_t> link_letters_;
};

// How strict to be; a page that leaves no text is read again with less.
enum class Strictness : std::uint8_t {
  kAll,        // elements, roles, and what names say
  kStructure,  // elements, roles and comments only
};

// For each block whether it stands in an element that is boilerplate. What holds a large part of
// the page's text is none, whatever it is called.
std::vector<bool> find_boilerplate(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                                   const BlockSums& sums, const NameRoles& roles,
                                   Strictness strictness);

}  // namespace rapporteur
