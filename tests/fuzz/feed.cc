// SPDX-License-Identifier: GPL-2.0-or-later
//
// Feeds: entries of clean text, whatever came in.
#include "indexer/extract/feed.h"

#include "common/text/utf8.h"
#include "tests/fuzz/fuzz.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto feed = read_feed(fuzz::as_text(data, size), "https://quay.example/feed");
  if (!feed) return 0;
  for (const FeedEntry& entry : feed->entries) {
    fuzz::require(is_clean_utf8(entry.title) && is_clean_utf8(entry.text), "texts are clean UTF-8");
    fuzz::require(!entry.title.empty() || !entry.text.empty(), "an entry holds something");
    fuzz::require(is_clean_utf8(entry.url.value_or("")), "a link is clean UTF-8");
  }
  return 0;
}
