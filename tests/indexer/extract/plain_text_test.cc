// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/plain_text.h"

#include <gtest/gtest.h>

#include <string>

#include "common/text/utf8.h"
#include "indexer/extract/day_line.h"

namespace rapporteur {
namespace {

using namespace std::string_literals;

Page read(std::string_view bytes) {
  return read_plain_text(bytes, "page.txt", "site");
}

TEST(PlainText, EachLineIsABlockThatKnowsItsPlaceAndTheBlankLinesAboveIt) {
  const std::string bytes = "13 Feb\n\nFirst text.\n\u00A0\n \n  Second text. \n";
  const Page page = read(bytes);
  ASSERT_EQ(page.blocks.size(), 3U);
  EXPECT_EQ(page.source, "page.txt");
  EXPECT_EQ(page.site, "site");
  EXPECT_EQ(page.blocks[0].kind, BlockKind::kTime);
  EXPECT_EQ(page.blocks[1].kind, BlockKind::kParagraph);
  EXPECT_EQ(page.blocks[1].blank_lines_before, 1);
  EXPECT_EQ(page.blocks[2].text, "Second text.");
  EXPECT_EQ(page.blocks[2].blank_lines_before, 2);
  for (const Block& block : page.blocks) {
    EXPECT_EQ(bytes.substr(block.offset.begin, block.offset.end - block.offset.begin), block.text);
  }
}

TEST(PlainText, LinesMayEndAsOnAnySystemAndBehindAByteOrderMark) {
  const std::string bytes = "\xEF\xBB\xBFOne\r\n\r\nTwo\rThree\n\r\n\r\nFour";
  const Page page = read(bytes);
  ASSERT_EQ(page.blocks.size(), 4U);
  EXPECT_EQ(page.blocks[0].text, "One");
  EXPECT_EQ(page.blocks[0].offset.begin, 3U);
  EXPECT_EQ(page.blocks[1].blank_lines_before, 1);
  EXPECT_EQ(page.blocks[2].blank_lines_before, 0);
  EXPECT_EQ(page.blocks[3].blank_lines_before, 2);
  EXPECT_EQ(page.blocks[3].offset.end, bytes.size());
}

TEST(PlainText, AnyBytesMakeValidText) {
  const std::string bytes = "caf\xE9 au lait\n\n\0\xFF\n\xC3"s;
  const Page page = read(bytes);
  ASSERT_EQ(page.blocks.size(), 3U);
  for (const Block& block : page.blocks) EXPECT_TRUE(is_clean_utf8(block.text));
  EXPECT_EQ(page.blocks[0].text, "café au lait");
  EXPECT_TRUE(read("").blocks.empty());
  EXPECT_TRUE(read(" \n\u00A0\r\n\t").blocks.empty());
}

TEST(PlainText, BulletsAndNumbersMakeListItems) {
  const Page page =
      read("Asked:\n• to act\n- to speak\n3. to hear\n(iv) to see\n1994 – a year\nJ. Doe");
  std::string kinds;
  for (const Block& block : page.blocks) kinds += block.kind == BlockKind::kListItem ? 'i' : 'p';
  EXPECT_EQ(kinds, "piiiipp");
}

TEST(PlainText, PagesWrappedByHandKeepTheirParagraphsTogether) {
  const std::string bytes =
      "A title\n"
      "\n"
      "This paragraph was wrapped by a mail program at some sixty\n"
      "columns, and so was everything that follows, so that not one\n"
      "of the lines but the last of each paragraph ends where the\n"
      "writer ended it.\n"
      "\n"
      "The second paragraph is wrapped in the same way, with a line\n"
      "break wherever the next word would not have fitted any more\n"
      "into the line.\n"
      "Short line\n";
  const Page page = read(bytes);
  ASSERT_EQ(page.blocks.size(), 4U);
  EXPECT_TRUE(page.blocks[1].text.ends_with("ended it."));
  EXPECT_EQ(page.blocks[3].text, "Short line");
  EXPECT_EQ(bytes.substr(page.blocks[2].offset.begin,
                         page.blocks[2].offset.end - page.blocks[2].offset.begin),
            page.blocks[2].text);
}

TEST(DayLine, KnowsDaysInManyLanguages) {
  for (const char* line : {"13 Feb",
                           "13 février",
                           "2 de junio",
                           "13 февраля",
                           "13 فبراير",
                           "١٣ شباط",
                           "2月13日",
                           "13 Feb.",
                           "Feb 13",
                           "February 13th",
                           "Tuesday, 13 February",
                           "13. Februar",
                           "1er mars",
                           "9 July",
                           "28 jun",
                           "2월 13일",
                           "13 tháng 2",
                           "13 Şubat",
                           "13 lutego",
                           "13 กุมภาพันธ์",
                           "26-28 March",
                           "\u00A013\u00A0Sept"}) {
    EXPECT_EQ(day_line(trim(line)), DayLine::kDay) << line;
  }
  for (const char* line :
       {"13 February 2018", "13.02.2018", "2018-02-13", "13/02/2018", "February 2018",
        "2018年2月13日", "13 de junio de 2018", "13 февраля 2018 г.", "Feb 13, 2018 - 10:30"}) {
    EXPECT_EQ(day_line(line), DayLine::kWithYear) << line;
  }
}

TEST(DayLine, IsNothingElse) {
  for (const char* line : {"March", "May 2018 be better", "8 States", "HRC 40", "2018", "Day 3",
                           "1.2.3", "Geneva, 13 February 2018", "+41 22 919 71 00", "45 March",
                           "2024 highlights", "Article 5", "13", "4.5.6.7", "", "13 Feb: a day"}) {
    EXPECT_EQ(day_line(line), DayLine::kNone) << line;
  }
}

}  // namespace
}  // namespace rapporteur
