// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/line_reader.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

std::vector<Line> lines_of(std::string_view bytes, std::size_t limit = 1000) {
  PeekStream peek(std::make_unique<MemoryStream>(bytes));
  LineReader reader(peek, limit);
  std::vector<Line> lines;
  Line line;
  while (*reader.next(line)) lines.push_back(line);
  return lines;
}

TEST(LineReader, CutsAtLineFeedsAndDropsCarriageReturns) {
  const auto lines = lines_of("one\r\n\ntwo\nthree");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0].text, "one");
  EXPECT_EQ(lines[1].text, "");
  EXPECT_EQ(lines[3].text, "three");
  EXPECT_EQ(lines[3].number, 4U);
}

TEST(LineReader, NoLineIsAddedBehindTheLastFeed) {
  EXPECT_EQ(lines_of("one\n").size(), 1U);
  EXPECT_EQ(lines_of("").size(), 0U);
}

TEST(LineReader, PassesOverLinesThatAreTooLong) {
  const std::string far(1 << 20, 'x');
  const auto lines = lines_of("one\n" + far + "\ntwo\n");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(lines[1].too_long);
  EXPECT_EQ(lines[1].length, far.size());
  EXPECT_TRUE(lines[1].text.empty());
  EXPECT_EQ(lines[2].text, "two");
  EXPECT_FALSE(lines[2].too_long);
}

TEST(LineReader, ALineOfExactlyTheLimitIsKept) {
  EXPECT_FALSE(lines_of(std::string(1000, 'x') + "\n")[0].too_long);
  EXPECT_TRUE(lines_of(std::string(1001, 'x') + "\n")[0].too_long);
}

}  // namespace
}  // namespace rapporteur
