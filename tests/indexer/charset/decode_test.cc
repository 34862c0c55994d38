// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/charset/decode.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

using namespace std::string_literals;

TEST(Charset, TheByteOrderMarkDecides) {
  const DecodedText page = decode_text("\xFF\xFE<\0p\0>\0\xE9\0"s, {"windows-1252", true});
  EXPECT_EQ(page.text, "<p>é");
  EXPECT_EQ(page.source_offset(0), 2u);
  EXPECT_EQ(page.source_offset(3), 8u);
  EXPECT_EQ(decode_text("\xEF\xBB\xBFé", {"windows-1252", true}).text, "é");
}

TEST(Charset, TheServerThenTheMetaElementNameIt) {
  EXPECT_EQ(decode_text("<p>\xCF\xF0\xE8\xE2\xE5\xF2", {"windows-1251", true}).text, "<p>Привет");
  EXPECT_EQ(
      decode_text("<meta charset=\"windows-1251\"><p>\xCF\xF0\xE8\xE2\xE5\xF2", {{}, true}).text,
      "<meta charset=\"windows-1251\"><p>Привет");
  const std::string latin =
      "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>\x93quoted\x94";
  EXPECT_TRUE(decode_text(latin, {{}, true}).text.ends_with("“quoted”"));
}

TEST(Charset, ValidUtf8IsUtf8WhateverItSays) {
  EXPECT_EQ(decode_text("<meta charset=iso-8859-1>café", {{}, true}).charset, "UTF-8");
  EXPECT_EQ(decode_text("<meta charset=iso-8859-1>café", {{}, true}).text,
            "<meta charset=iso-8859-1>café");
}

TEST(Charset, WithoutAWordItIsGuessed) {
  const std::string latin =
      "Les d\xE9tenus ont \xE9t\xE9 lib\xE9r\xE9s apr\xE8s la d\xE9"
      "cision du tribunal, a "
      "d\xE9"
      "clar\xE9 la pr\xE9sidente de l'association \xE0 Gen\xE8ve.";
  EXPECT_NE(decode_text(latin, {{}, true}).text.find("détenus ont été libérés"), std::string::npos);
}

TEST(Charset, OffsetsLeadBackToTheBytes) {
  const std::string bytes =
      "a\xE9"
      "b\xE9"
      "c";
  const DecodedText page = decode_text(bytes, {"windows-1252", true});
  ASSERT_EQ(page.text, "aébéc");
  EXPECT_EQ(page.source_offset(0), 0u);
  EXPECT_EQ(page.source_offset(1), 1u);
  EXPECT_EQ(page.source_offset(3), 2u);
  EXPECT_EQ(page.source_offset(6), 4u);
  EXPECT_EQ(page.source_offset(7), 5u);
}

TEST(Charset, BrokenBytesDoNoHarm) {
  const DecodedText page = decode_text("ok é é é \xFF then\0more"s, {{}, true});
  EXPECT_EQ(page.text, "ok é é é \uFFFD then more");
  EXPECT_EQ(page.source_offset(page.text.find("then")), 14u);
  EXPECT_EQ(decode_text("", {{}, true}).text, "");
  EXPECT_EQ(decode_text("\xFF\xFE\0\0p\0\0\0\xE9\0\0\0"s).text, "pé");
  EXPECT_EQ(decode_text("\0\0\xFE\xFF\0\0\0p\0\0\0\xE9"s).text, "pé");
  EXPECT_EQ(decode_text("\xFF\xFE", {{}, true}).text, "");
  EXPECT_EQ(decode_text("plain", {"no-such-charset", true}).text, "plain");
}

}  // namespace
}  // namespace rapporteur
