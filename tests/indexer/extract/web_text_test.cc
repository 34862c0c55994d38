// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/web_text.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

constexpr const char* kText =
    "Two held after a meeting in Geneva - The Forum\n"
    "Home\nAbout us\nDonate\nSearch\n"
    "Two held after a meeting in Geneva\n"
    "21 June 2018\n"
    "Two members of an association were held at the airport when they came home from a session of "
    "the Council.\n"
    "What happened\n"
    "Both had spoken about prisons at a side event, and both had been warned not to, said the Forum "
    "on Thursday.\n"
    "Share\nTweet\nRelated\nContact\nImprint\nTerms\n";

TEST(WebText, ReadsThePageAsItsHtmlWouldBe) {
  const Page page = read_web_text(kText, "w");
  EXPECT_TRUE(page.is_html);
  EXPECT_EQ(page.metadata.title, "Two held after a meeting in Geneva");
  ASSERT_EQ(page.blocks.size(), 5U);
  EXPECT_EQ(page.blocks[0].kind, BlockKind::kHeading);
  EXPECT_EQ(page.blocks[0].text, "Two held after a meeting in Geneva");
  EXPECT_EQ(page.blocks[1].kind, BlockKind::kTime);
  EXPECT_TRUE(page.blocks[2].text.starts_with("Two members"));
  EXPECT_EQ(page.blocks[3].text, "What happened");
  EXPECT_TRUE(page.blocks[4].text.starts_with("Both had spoken"));
  const ByteRange range = page.blocks[3].offset;
  EXPECT_EQ(std::string(kText).substr(range.begin, range.end - range.begin), "What happened");
}

TEST(WebText, APageOfShortLinesHasNoText) {
  const Page page = read_web_text("The Forum\nHome\nAbout us\nDonate\n", "w");
  EXPECT_TRUE(page.blocks.empty());
  EXPECT_EQ(page.metadata.title, "The Forum");
  EXPECT_TRUE(read_web_text("", "w").blocks.empty());
}

}  // namespace
}  // namespace rapporteur
