// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/web_archive/arc_reader.h"

#include <gtest/gtest.h>

#include "tests/indexer/source/items.h"
#include "tests/support/archives.h"

namespace rapporteur {
namespace {

using testing::http_answer;
using testing::items_of;
using testing::Told;
using testing::told;

const std::string kPage = "<html><p>A</p></html>";

std::string record(const std::string& words, const std::string& block) {
  return words + " " + std::to_string(block.size()) + "\n" + block + "\n";
}

std::string version_block(int version) {
  return record("filedesc://a.arc 0.0.0.0 20080430204825 text/plain",
                std::to_string(version) + " 0 Somebody\nURL IP-address Archive-date ...\n");
}

Told told_of(const std::string& bytes) {
  return told(items_of("a", bytes));
}

TEST(Arc, ReadsBothVersions) {
  const std::string one =
      version_block(1) + record("http://example.org/a 10.0.0.1 20080430204825 text/html",
                                http_answer(kPage, "Content-Type: text/html; charset=utf-8\r\n"));
  const auto items = items_of("a", one);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].source, "a/http://example.org/a");
  EXPECT_EQ(items[0].bytes, kPage);
  EXPECT_EQ(items[0].capture.url, "http://example.org/a");
  EXPECT_EQ(items[0].capture.charset, "utf-8");
  EXPECT_EQ(to_iso(items[0].capture.date->interval.to), "2008-04-30");
  EXPECT_EQ(items[1].passed_over, "1 filedesc records");
  const std::string two =
      version_block(2) +
      record("http://example.org/a 2001:db8::1 19990430204825 text/html 200 fac069 - 209 a.arc",
             http_answer(kPage));
  EXPECT_EQ(told_of(testing::gzipped(two)),
            (Told{"a/http://example.org/a: " + kPage, "(1 filedesc records)"}));
}

TEST(Arc, TheWordsOfALineAreToldFromTheRight) {
  const auto header = parse_arc_header(
      "http://example.org/a?q=two words 10.0.0.1 20080430204825 text/html; charset=x 15");
  ASSERT_TRUE(header.has_value());
  EXPECT_EQ(header->url, "http://example.org/a?q=two words");
  EXPECT_EQ(header->date, "20080430204825");
  EXPECT_EQ(header->length, "15");
  EXPECT_TRUE(parse_arc_header("http://example.org/ 10.0.0.1 null text/html 680").has_value());
  EXPECT_FALSE(parse_arc_header("Note: 10 people were heard in Geneva").has_value());
  EXPECT_FALSE(parse_arc_header("<p>http://example.org/ 10.0.0.1").has_value());
}

TEST(Arc, DamageCostsOneRecord) {
  const std::string a =
      record("http://example.org/a 10.0.0.1 20080430204825 text/html", http_answer(kPage));
  const std::string b =
      record("http://example.org/b 10.0.0.1 20080430204825 text/html", http_answer(kPage));
  const Told list =
      told_of(version_block(1) + a + "http://example.org/x 10.0.0.1 20080430204825 text/html 9\n" +
              http_answer(kPage) + "\n" + b);
  ASSERT_EQ(list.size(), 4U);
  EXPECT_EQ(list[0], "a/http://example.org/a: " + kPage);
  EXPECT_TRUE(list[1].starts_with("a/http://example.org/x! record at byte ")) << list[1];
  EXPECT_EQ(list[2], "a/http://example.org/b: " + kPage);
}

TEST(Arc, AnAnswerThatIsNotOkIsCounted) {
  EXPECT_EQ(told_of(version_block(1) +
                    record("http://example.org/a 10.0.0.1 20080430204825 text/html",
                           http_answer(kPage, "", "302 Found")) +
                    record("dns:example.org 10.0.0.1 20080430204825 text/dns", "1.2.3.4")),
            Told{"(1 dns records, 1 filedesc records, 1 redirects (302))"});
}

}  // namespace
}  // namespace rapporteur
