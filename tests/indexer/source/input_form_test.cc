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

TEST(InputForm, JsonThatIsNotOneObjectALineIsRecordsAsWell) {
  EXPECT_EQ(form("{\n  \"text\": 1}"), InputForm::kJson);
  EXPECT_EQ(form("[ {\"text\": 1} ]"), InputForm::kJson);
}

TEST(InputForm, PdfStartsWithinAKilobyte) {
  EXPECT_EQ(form("%PDF-1.4\n", "a.txt"), InputForm::kPdf);
  EXPECT_EQ(form("HTTP/1.1 200 OK\n\n%PDF-1.4\n1 0 obj\n<<", "a.txt"), InputForm::kPdf);
  EXPECT_EQ(form("A file that starts with %PDF-1.4 is a PDF file.\n"), InputForm::kPlainText);
}

TEST(InputForm, FeedsAreToldByTheirFirstElement) {
  EXPECT_EQ(form("<?xml version=\"1.0\"?>\n<!-- made --><rss version=\"2.0\">"), InputForm::kFeed);
  EXPECT_EQ(form("<!DOCTYPE rss [<!ENTITY x \"a>b\"> <!ENTITY y \"c\">]>\n<rss version=\"2.0\">"),
            InputForm::kFeed);
  EXPECT_EQ(form("<!DOCTYPE rss SYSTEM \"rss.dtd\"><rss>"), InputForm::kFeed);
  EXPECT_EQ(form("<feed xmlns=\"http://www.w3.org/2005/Atom\">"), InputForm::kFeed);
  EXPECT_EQ(form("<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\"><channel>"), InputForm::kFeed);
  EXPECT_NE(form("<rdf:RDF xmlns:foaf=\"http://xmlns.com/foaf/0.1/\">"), InputForm::kFeed);
}

TEST(InputForm, TablesHaveAHeaderThatNamesWhatRecordsHave) {
  EXPECT_EQ(detect_form("title,text\nOne,\"Two, three\"\n", "a").separator, ',');
  EXPECT_EQ(detect_form("url\tbody\nhttp://a\tWords, and more\n", "a").separator, '\t');
  EXPECT_EQ(form("date;titre;texte\n2018;Un;\"Deux\ntrois\"\n"), InputForm::kTable);
  // Prose has commas too.
  EXPECT_EQ(form("Dear Sir, dear Madam\nWe, the undersigned, write, as we must, to you.\n"),
            InputForm::kPlainText);
  EXPECT_EQ(form("Lake, river\n1,2\n"), InputForm::kPlainText);
  EXPECT_EQ(form("title,text\nA page that goes on\nwithout a second comma\n"),
            InputForm::kPlainText);
}

TEST(InputForm, Utf16IsToldWithAndWithoutItsMark) {
  const auto wide = [](std::string_view text) {
    std::string bytes;
    for (const char c : text) bytes += {c, '\0'};
    return bytes;
  };
  EXPECT_EQ(form("\xFF\xFE" + wide("<html><body>")), InputForm::kHtml);
  EXPECT_EQ(form(wide("Two lawyers were held on Monday.")), InputForm::kPlainText);
  EXPECT_NE(detect_form(wide("{\"text\": \"Two lawyers\"}"), "a").reason.find("iconv"),
            std::string::npos);
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
  EXPECT_NE(detect_form("{\\rtf1", "a.txt").reason.find("RTF"), std::string::npos);
  EXPECT_NE(detect_form("\x89PNG\r\n", "a.txt").reason.find("image"), std::string::npos);
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
  EXPECT_EQ(form(docx), InputForm::kOffice);
}

TEST(InputForm, TellsWhatHasNoTextFromWhatCouldHaveSome) {
  EXPECT_EQ(form("GIF89a"), InputForm::kNoText);
  EXPECT_EQ(form("{\\rtf1"), InputForm::kUnreadable);
}

}  // namespace
}  // namespace rapporteur
