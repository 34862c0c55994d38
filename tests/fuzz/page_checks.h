// SPDX-License-Identifier: GPL-2.0-or-later
//
// What every reader promises of the page it makes.
#pragma once

#include "common/text/utf8.h"
#include "indexer/extract/page.h"
#include "tests/fuzz/fuzz.h"

namespace rapporteur::fuzz {

inline void check_page(const Page& page, std::size_t source_bytes) {
  require(is_clean_utf8(page.metadata.title.value_or("")), "a title is clean UTF-8");
  for (const PageMetadata::Claim& claim : page.metadata.dates) {
    require(is_clean_utf8(claim.value), "a date claim is clean UTF-8");
  }
  for (const Block& block : page.blocks) {
    require(is_clean_utf8(block.text), "a block's text is clean UTF-8");
    require(!trim(block.text).empty(), "a block holds something");
    require(block.offset.begin <= block.offset.end, "a block's range is in order");
    require(block.offset.end <= source_bytes, "a block's range is in the source");
  }
}

}  // namespace rapporteur::fuzz
