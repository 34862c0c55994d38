// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/input_form.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

InputForm form(std::string_view head, std::string_view name = "x") {
  return detect_form(head, name).form;
}

TEST(InputForm, ContentDecidesNotTheName) {
  EXPECT_EQ(form("{\"text\": \"A\"}\n", "page.txt"), InputForm::kJsonLines);
  EXPECT_EQ(form("<!DOCTYPE html><p>A", "page.txt"), InputForm::kHtml);
  EXPECT_EQ(form("A paragraph.\n", "page.html"), InputForm::kPlainText);
}

TEST(InputForm, LooksBehindAByteOrderMarkAndBlankLines) {
  EXPECT_EQ(form("\xEF\xBB\xBF\n  {\"text\": 1}"), InputForm::kJsonLines);
  EXPECT_EQ(form("\xEF\xBB\xBF\r\n<html lang=en>"), InputForm::kHtml);
  EXPECT_EQ(form("\xEF\xBB\xBF \n"), InputForm::kEmpty);
  EXPECT_EQ(form(""), InputForm::kEmpty);
}

TEST(InputForm, NameDecidesWhereTheFirstRecordIsBroken) {
  EXPECT_EQ(form("not json\n{\"text\": 1}", "a.jsonl"), InputForm::kJsonLines);
  EXPECT_EQ(form("not json\n{\"text\": 1}", "a.jsonl.gz"), InputForm::kJsonLines);
}

TEST(InputForm, JsonThatIsNotLinesSaysWhatToDo) {
  EXPECT_NE(detect_form("{\n  \"text\": 1}", "a.json").reason.find("jq -c"), std::string::npos);
  EXPECT_NE(detect_form("[ {\"text\": 1} ]", "a.json").reason.find("jq -c"), std::string::npos);
}

TEST(InputForm, TextThatMentionsTagsOrBracesIsText) {
  EXPECT_EQ(form("{draft} Statement by the Council\n"), InputForm::kPlainText);
  EXPECT_EQ(form("[1] See the report.\n"), InputForm::kPlainText);
  EXPECT_EQ(form("Close each paragraph with </p>, wrote the webmaster.\n"), InputForm::kPlainText);
}

TEST(InputForm, HtmlWithoutItsHeadIsHtml) {
  EXPECT_EQ(form("<div class=a><p>A</p></div>"), InputForm::kHtml);
  EXPECT_EQ(form("<?xml version=\"1.0\"?>\n<!-- made --><HTML>"), InputForm::kHtml);
  EXPECT_EQ(form("Warning: line 3\n<p>A</p><p>B</p><p>C</p>"), InputForm::kHtml);
}

TEST(InputForm, FewControlBytesAreDirtManyAreABinaryFile) {
  EXPECT_EQ(form(std::string_view("A text with\0 one NUL in it\x01.", 28)), InputForm::kPlainText);
  EXPECT_EQ(form(std::string_view("\0\1\2\3\0\0\0\0AB\0\0\0\0", 14)), InputForm::kUnknown);
}

TEST(InputForm, NamesWhatCannotBeRead) {
  EXPECT_NE(detect_form("%PDF-1.4\n", "a.txt").reason.find("PDF"), std::string::npos);
  EXPECT_NE(detect_form("\x89PNG\r\n", "a.txt").reason.find("image"), std::string::npos);
  EXPECT_NE(detect_form("\xFF\xFE<\0", "a.txt").reason.find("UTF-16"), std::string::npos);
}

TEST(InputForm, TellsContainers) {
  EXPECT_EQ(form("PK\x03\x04zzz"), InputForm::kZip);
  EXPECT_EQ(form(std::string(257, 'a') + "ustar\0"), InputForm::kTar);
  EXPECT_EQ(form("filedesc://a.arc 0.0.0.0 20080430204825 text/plain 76\n"), InputForm::kArc);
  EXPECT_EQ(form("WARC/1.0\r\nWARC-Type: warcinfo\r\n"), InputForm::kWarc);
  EXPECT_EQ(form("WARC/0.17\nContent-Length: 3\n"), InputForm::kWarc);
  EXPECT_EQ(form("WARC/1.0 is a format for web archives.\n"), InputForm::kPlainText);
  // A damaged beginning.
  EXPECT_EQ(form("ARC/1.0\r\n\r\nxx\r\nWARC/1.0\r\nWARC-Type: a\r\n", "a.warc"), InputForm::kWarc);
}

TEST(InputForm, AnOfficeFileIsNoZipToLookInto) {
  const std::string_view docx(
      "PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\x02\0\0\0\x02\0\0\0\x11\0\0\0word/document.xmlzz",
      49);
  EXPECT_EQ(form(docx), InputForm::kUnreadable);
}

TEST(InputForm, TellsWhatHasNoTextFromWhatCouldHaveSome) {
  EXPECT_EQ(form("GIF89a"), InputForm::kNoText);
  EXPECT_EQ(form("{\\rtf1"), InputForm::kUnreadable);
  EXPECT_EQ(form("[{\"a\": 1}]"), InputForm::kJson);
}

}  // namespace
}  // namespace rapporteur
