// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/utf8.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

using namespace std::string_literals;

TEST(Utf8, CleaningReplacesWhatIsNoText) {
  EXPECT_EQ(clean_utf8("a\0b"s), "a b");
  EXPECT_EQ(clean_utf8("caf\xE9!"), "caf\xEF\xBF\xBD!");
  EXPECT_EQ(clean_utf8("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_TRUE(is_clean_utf8(clean_utf8("\xFF\xFE\xC3"s)));
  EXPECT_FALSE(is_clean_utf8("a\0b"s));
}

TEST(Utf8, PrefixesEndOnCharacterBorders) {
  EXPECT_EQ(utf8_prefix("aé", 2), "a");
  EXPECT_EQ(utf8_prefix("aé", 3), "aé");
  EXPECT_EQ(utf8_prefix("中", 2), "");
}

TEST(Utf8, NonBreakingSpacesAreSpace) {
  EXPECT_EQ(trim("\u00A0 13 Feb\u00A0\n"), "13 Feb");
  EXPECT_EQ(collapse_spaces(" a \u00A0\n b\u3000c "), "a b c");
  EXPECT_EQ(trim(" \u00A0 "), "");
}

}  // namespace
}  // namespace rapporteur
