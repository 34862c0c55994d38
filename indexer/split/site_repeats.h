// SPDX-License-Identifier: GPL-2.0-or-later
//
// What repeats over the pages of a site: footers, menus, appeals. Counted in a first pass over all
// pages of a run, asked in the second. Pages that are alike as a whole are copies of one and count
// as one: nothing on them is the site's for that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/extract/page.h"

namespace rapporteur {

// Counts on how many pages of a site a block's text stands. Holds hashes only, 8 bytes a distinct
// block at half load, and never more than kMaxEntries of them: later newcomers are not counted.
//
// Not synchronised: give each thread its own and merge() them. Reading from several threads is
// fine.
class SiteRepeats {
 public:
  static constexpr std::size_t kMaxEntries = std::size_t{1} << 23;

  // Counts each distinct block of `page` once for the page's site.
  void add(const Page& page);

  // Adds what `other` counted on other pages.
  void merge(const SiteRepeats& other);

  // Pages of `site` that were counted.
  std::uint32_t pages(std::string_view site) const;

  // On how many pages of `site` a block of this text was counted (case, digits, punctuation and
  // spaces do not matter); at most 255.
  unsigned pages_with(std::string_view site, std::string_view block_text) const;

  // How many pages of its site have the same blocks as `page`, itself included if it was counted.
  unsigned copies(const Page& page) const;

  // On how many of the site's pages a block's text stands, `copies` of which are those of one page,
  // if these are so many that it is the site's, not a publication's: two at least, and a fifth of
  // all of them. Else 0.
  unsigned repeats(std::string_view site, std::string_view block_text, unsigned copies) const;

 private:
  unsigned counted(std::uint64_t hash) const;
  void count(std::uint64_t hash, unsigned pages);
  void grow();

  std::vector<std::uint64_t> slots_;  // hash with the count in the low 8 bits; 0: free
  std::size_t used_ = 0;
  std::unordered_map<std::string, std::uint32_t> pages_;
};

}  // namespace rapporteur
