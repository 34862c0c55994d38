// SPDX-License-Identifier: GPL-2.0-or-later
//
// The splitter on sites it has never seen: every piece of every page right, whatever the site's
// habits.
#include "tests/indexer/split/made_site.h"

#include <gtest/gtest.h>

#include <string>

#include "common/text/utf8.h"
#include "indexer/extract/plain_text.h"
#include "indexer/split/split.h"

namespace rapporteur {
namespace {

std::string shown(const SplitPage& split) {
  std::string text;
  for (const Piece& piece : split.pieces) {
    text += "--- " + piece.kind + " | " + piece.title.value_or("(none)") + "\n" + piece.text + "\n";
  }
  for (const DroppedBlock& block : split.dropped) {
    text += "dropped: " + block.reason + ": " + block.text + "\n";
  }
  return text;
}

// What is wrong with the split of a page; empty if nothing is.
std::string fault(const MadePage& made, const SplitPage& split) {
  if (split.pieces.size() != made.pieces.size()) {
    return std::to_string(split.pieces.size()) + " pieces instead of " +
           std::to_string(made.pieces.size());
  }
  for (std::size_t i = 0; i < made.pieces.size(); ++i) {
    const MadePiece& expected = made.pieces[i];
    const Piece& piece = split.pieces[i];
    const std::string which = "piece " + std::to_string(i) + ": ";
    if (piece.kind != expected.kind) return which + "kind is " + piece.kind;
    if (piece.title != expected.title) return which + "title is " + piece.title.value_or("(none)");
    if (piece.day_line != expected.day_line) return which + "day " + piece.day_line.value_or("");
    if (collapse_spaces(piece.text) != collapse_spaces(expected.text)) {
      return which + "text is not\n" + expected.text;
    }
    if (collapse_spaces(piece.text.substr(piece.body_end)) !=
        collapse_spaces(expected.signatories)) {
      return which + "signatories are " + piece.text.substr(piece.body_end);
    }
    const std::string source =
        made.bytes.substr(piece.offset.begin, piece.offset.end - piece.offset.begin);
    const std::string& first = piece.day_line ? *piece.day_line
                               : piece.title  ? *piece.title
                                              : expected.text.substr(0, expected.text.find('\n'));
    if (source.find(first) != 0) return which + "does not start at its offset";
    const std::size_t last = expected.text.rfind('\n') + 1;
    if (!source.ends_with(expected.text.substr(last))) return which + "does not end at its offset";
  }
  return "";
}

constexpr std::uint32_t kSites = 200;

TEST(MadeSites, AreSplitRightWithTheirPagesTogether) {
  for (std::uint32_t seed = 1; seed <= kSites; ++seed) {
    const auto site = make_site(seed);
    SiteRepeats repeats;
    for (const MadePage& page : site) repeats.add(read_plain_text(page.bytes, "page", "site"));
    for (const MadePage& page : site) {
      const SplitPage parts = split(read_plain_text(page.bytes, "page", "site"), repeats);
      EXPECT_EQ(fault(page, parts), "") << "seed " << seed << "\n"
                                        << shown(parts) << "==== of ====\n"
                                        << page.bytes;
    }
  }
}

TEST(MadeSites, AreSplitRightOnePageAtATime) {
  for (std::uint32_t seed = 1; seed <= kSites; ++seed) {
    for (const MadePage& page : make_site(seed)) {
      if (page.needs_others) continue;
      const SplitPage parts = split(read_plain_text(page.bytes, "page", "site"), SiteRepeats());
      EXPECT_EQ(fault(page, parts), "") << "seed " << seed << "\n"
                                        << shown(parts) << "==== of ====\n"
                                        << page.bytes;
    }
  }
}

// Every block is in one piece or dropped, never both and never in two.
TEST(MadeSites, LoseNothingAndTellEverythingOnce) {
  for (std::uint32_t seed = 1; seed <= kSites; ++seed) {
    for (const MadePage& made : make_site(seed)) {
      const Page page = read_plain_text(made.bytes, "page", "site");
      const SplitPage parts = split(page, SiteRepeats());
      std::size_t told = 0;
      for (const Piece& piece : parts.pieces) {
        told += collapse_spaces(piece.text + " " + piece.title.value_or("") + " " +
                                piece.day_line.value_or(""))
                    .size();
      }
      for (const DroppedBlock& block : parts.dropped) told += collapse_spaces(block.text).size();
      std::size_t held = 0;
      for (const Block& block : page.blocks) held += collapse_spaces(block.text).size();
      // Joining blocks adds a space for each, so compare without spaces' share.
      EXPECT_NEAR(static_cast<double>(told), static_cast<double>(held),
                  static_cast<double>(2 * page.blocks.size() + 2 * parts.pieces.size()))
          << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace rapporteur
