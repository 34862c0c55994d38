// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_charset.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

using namespace std::string_literals;

TEST(HtmlCharset, TheByteOrderMarkDecides) {
  const DecodedHtml page = decode_html("\xFF\xFE<\0p\0>\0\xE9\0"s, "windows-1252");
  EXPECT_EQ(page.text, "<p>é");
  EXPECT_EQ(page.source_offset(0), 2u);
  EXPECT_EQ(page.source_offset(3), 8u);
  EXPECT_EQ(decode_html("\xEF\xBB\xBFé", "windows-1252").text, "é");
}

TEST(HtmlCharset, TheServerThenTheMetaElementNameIt) {
  EXPECT_EQ(decode_html("<p>\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251").text, "<p>Привет");
  EXPECT_EQ(decode_html("<meta charset=\"windows-1251\"><p>\xCF\xF0\xE8\xE2\xE5\xF2", {}).text,
            "<meta charset=\"windows-1251\"><p>Привет");
  const std::string latin =
      "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>\x93quoted\x94";
  EXPECT_TRUE(decode_html(latin, {}).text.ends_with("“quoted”"));
}

TEST(HtmlCharset, ValidUtf8IsUtf8WhateverItSays) {
  EXPECT_EQ(decode_html("<meta charset=iso-8859-1>café", {}).charset, "UTF-8");
  EXPECT_EQ(decode_html("<meta charset=iso-8859-1>café", {}).text, "<meta charset=iso-8859-1>café");
}

TEST(HtmlCharset, WithoutAWordItIsGuessed) {
  const std::string latin =
      "Les d\xE9tenus ont \xE9t\xE9 lib\xE9r\xE9s apr\xE8s la d\xE9"
      "cision du tribunal, a "
      "d\xE9"
      "clar\xE9 la pr\xE9sidente de l'association \xE0 Gen\xE8ve.";
  EXPECT_NE(decode_html(latin, {}).text.find("détenus ont été libérés"), std::string::npos);
}

TEST(HtmlCharset, OffsetsLeadBackToTheBytes) {
  const std::string bytes =
      "a\xE9"
      "b\xE9"
      "c";
  const DecodedHtml page = decode_html(bytes, "windows-1252");
  ASSERT_EQ(page.text, "aébéc");
  EXPECT_EQ(page.source_offset(0), 0u);
  EXPECT_EQ(page.source_offset(1), 1u);
  EXPECT_EQ(page.source_offset(3), 2u);
  EXPECT_EQ(page.source_offset(6), 4u);
  EXPECT_EQ(page.source_offset(7), 5u);
}

TEST(HtmlCharset, BrokenBytesDoNoHarm) {
  const DecodedHtml page = decode_html("ok é é é \xFF then\0more"s, {});
  EXPECT_EQ(page.text, "ok é é é \uFFFD then more");
  EXPECT_EQ(page.source_offset(page.text.find("then")), 14u);
  EXPECT_EQ(decode_html("", {}).text, "");
  EXPECT_EQ(decode_html("\xFF\xFE", {}).text, "");
  EXPECT_EQ(decode_html("plain", "no-such-charset").text, "plain");
}

}  // namespace
}  // namespace rapporteur
