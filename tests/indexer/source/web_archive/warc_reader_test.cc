// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/web_archive/warc_reader.h"

#include <gtest/gtest.h>

#include "tests/indexer/source/items.h"
#include "tests/support/archives.h"

namespace rapporteur {
namespace {

using testing::gzipped;
using testing::http_answer;
using testing::items_of;
using testing::Told;
using testing::told;
using testing::warc_page;
using testing::warc_record;

const std::string kA = "https://example.org/a";
const std::string kB = "https://example.org/b";
const std::string kPageA = "<html><p>A</p></html>";
const std::string kPageB = "<html><p>B</p></html>";
const std::string kToldA = "w/" + kA + ": " + kPageA;
const std::string kToldB = "w/" + kB + ": " + kPageB;

Told told_of(const std::string& bytes, SourceLimits limits = {}) {
  return told(items_of("w", bytes, limits));
}

TEST(Warc, GivesPagesWithWhatTheCrawlKnows) {
  const auto items =
      items_of("w", warc_page(kA, kPageA, "Content-Type: Text/HTML; charset=windows-1251\r\n"));
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].source, "w/" + kA);
  EXPECT_EQ(items[0].input, "w");
  EXPECT_EQ(items[0].form, InputForm::kHtml);
  EXPECT_EQ(items[0].bytes, kPageA);
  EXPECT_EQ(items[0].capture.url, kA);
  EXPECT_EQ(items[0].capture.media_type, "text/html");
  EXPECT_EQ(items[0].capture.charset, "windows-1251");
  ASSERT_TRUE(items[0].capture.date.has_value());
  EXPECT_EQ(to_iso(items[0].capture.date->interval.to), "2018-06-21");
  EXPECT_TRUE(items[1].input_ends);
}

TEST(Warc, GzipByRecordOrAsAWholeIsTheSame) {
  const std::string a = warc_page(kA, kPageA);
  const std::string b = warc_page(kB, kPageB);
  const Told expected = {kToldA, kToldB};
  EXPECT_EQ(told_of(a + b), expected);
  EXPECT_EQ(told_of(gzipped(a) + gzipped(b)), expected);
  EXPECT_EQ(told_of(gzipped(a + b)), expected);
}

TEST(Warc, PassesOverAndCountsWhatHoldsNoPage) {
  const auto with = [](const char* url) { return "WARC-Target-URI: " + std::string(url) + "\r\n"; };
  EXPECT_EQ(
      told_of(
          warc_record("warcinfo", "", "software: x\r\n") +
          warc_record("request", with("https://example.org/a"), "GET / HTTP/1.1\r\n\r\n") +
          warc_record("metadata", with("https://example.org/a"), "{}") +
          warc_record("response", with("dns:example.org"), "20180621\nexample.org. 1.2.3.4") +
          warc_record("resource", with("<metadata://gnu.org/wget.log>"), "log") +
          warc_record("resource", with("urn:pageinfo:https://example.org/a"), "{}") +
          warc_record("response", with("https://example.org/c"), http_answer("", "", "301 Moved")) +
          warc_record("response", with("https://example.org/d"), http_answer("No.", "", "404 No")) +
          warc_page("https://example.org/e.png", "\x89PNG\r\n", "Content-Type: image/png\r\n") +
          warc_page("https://example.org/f.css", "p { }", "Content-Type: text/css\r\n") +
          warc_page("https://example.org/g.js", "x = '<html></p></p></p>'",
                    "Content-Type: application/javascript\r\n") +
          warc_page("https://example.org/h", "{\"a\": 1}", "Content-Type: application/json\r\n") +
          warc_page("https://example.org/robots.txt", "User-agent: *", "") +
          warc_page("https://example.org/i", "") + warc_page(kA, kPageA)),
      (Told{kToldA,
            "(1 JSON data, 1 dns records, 1 empty pages, 1 images, 2 metadata records, 1 pages "
            "that were "
            "gone (404), 1 redirects (301), 1 request records, 1 robots.txt files, 1 scripts, 1 "
            "style "
            "sheets, 1 urn records, 1 warcinfo records)"}));
}

TEST(Warc, ContentDecidesAgainstTheServersWord) {
  const auto items = items_of("w", warc_page(kA, kPageA, "Content-Type: image/png\r\n") +
                                       warc_page(kB, "Plain.", "Content-Type: text/html\r\n"));
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0].form, InputForm::kHtml);
  EXPECT_EQ(items[1].form, InputForm::kPlainText);
}

TEST(Warc, ADocumentThatIsNotReadIsRejectedAndNotOnlyCounted) {
  EXPECT_EQ(told_of(warc_page(kA, "{\\rtf1 A}", "Content-Type: text/rtf\r\n")),
            (Told{"w/" + kA + "! record at byte 0: is an RTF file; save it as text or HTML"}));
}

TEST(Warc, ReadsResourcesConversionsAndOldDrafts) {
  const std::string fields = "WARC-Target-URI: <" + kA + ">\r\nWARC-Date: 2018-06-21\r\n";
  EXPECT_EQ(told_of(warc_record("resource", fields + "Content-Type: text/html\r\n", kPageA)),
            Told{kToldA});
  EXPECT_EQ(told_of(warc_record("conversion", fields + "Content-Type: text/plain\r\n", "A text.")),
            Told{"w/" + kA + ": A text."});
  const std::string block = http_answer(kPageA);
  const std::string rest =
      " response " + kA + " 20060920113029 message/http uuid:1\r\n\r\n" + block + "\r\n\r\n";
  const std::string old = "warc/0.9 " + std::to_string(9 + 3 + rest.size()) + rest;
  const auto items = items_of("w", old + old);
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[1].bytes.substr(0, kPageA.size()), kPageA);
  EXPECT_EQ(to_iso(items[1].capture.date->interval.to), "2006-09-20");
}

TEST(Warc, APartOfAPageIsNoPage) {
  EXPECT_EQ(
      told_of(warc_record("response", "WARC-Target-URI: " + kA + "\r\nWARC-Segment-Number: 1\r\n",
                          http_answer(kPageA)) +
              warc_record("continuation", "WARC-Target-URI: " + kA + "\r\n", "more")),
      (Told{"w/" + kA +
                "! record at byte 0: is only the first part of a page, whose continuation "
                "records are not put together",
            "(1 continuation records)"}));
}

TEST(Warc, AUrlWithBlanksIsWrittenWithout) {
  EXPECT_EQ(items_of("w", warc_page("https://example.org/a b", kPageA))[0].capture.url,
            "https://example.org/a%20b");
}

TEST(Warc, ARevisitOfWhatWasReadIsCountedAndOneOfWhatWasNotIsTold) {
  const auto revisit = [](const std::string& url, const std::string& fields) {
    return warc_record("revisit", "WARC-Target-URI: " + url + "\r\n" + fields,
                       http_answer("", "Content-Type: text/html\r\n"));
  };
  const std::string page =
      warc_record("response",
                  "WARC-Target-URI: " + kA +
                      "\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Payload-Digest: sha1:X\r\n",
                  http_answer(kPageA));
  EXPECT_EQ(told_of(page + revisit(kB, "WARC-Payload-Digest: sha1:X\r\n") +
                    revisit(kB, "WARC-Refers-To: <urn:uuid:1>\r\n") +
                    revisit(kB, "WARC-Refers-To-Target-URI: " + kA + "\r\n") + revisit(kA, "")),
            (Told{kToldA, "(4 revisits of pages read before)"}));
  const std::string missing = revisit(kB, "WARC-Payload-Digest: sha1:Y\r\n");
  EXPECT_EQ(told_of(missing),
            (Told{"w? 1 revisit record points to pages that were not read before it (" + kB +
                      "); give the archives that hold them too",
                  "(1 revisits of pages not read before)"}));
  EXPECT_EQ(told_of(warc_record("revisit", "WARC-Target-URI: " + kB + "\r\n",
                                http_answer("", "Content-Type: image/gif\r\n"))),
            Told{"(1 revisits of images)"});
}

TEST(Warc, TheTextOfAPageThatWasReadSaysNothingNew) {
  testing::TemporaryFolder folder;
  folder.write(
      "p/a.warc",
      warc_record("response", "WARC-Target-URI: " + kA + "\r\nWARC-Record-ID: <urn:uuid:1>\r\n",
                  http_answer(kPageA)));
  folder.write("p/a.wet",
               warc_record("conversion",
                           "WARC-Target-URI: " + kA + "\r\nWARC-Refers-To: <urn:uuid:1>\r\n", "A"));
  EXPECT_EQ(testing::items({folder / "p"}),
            (Told{"a.warc/" + kA + ":0 " + kPageA, "a.warc:0 $", "a.wet:0 $"}));
}

// ---- damage: each costs one record, and says where it stood ----

class DamagedWarc : public ::testing::Test {
 protected:
  // A page, something damaged, another page; what is told of the damage.
  static std::string told_between(const std::string& damaged, bool compressed = false) {
    const std::string a = warc_page(kA, kPageA);
    const std::string b = warc_page(kB, kPageB);
    const Told list =
        compressed ? told_of(gzipped(a) + damaged + gzipped(b)) : told_of(a + damaged + b);
    EXPECT_GE(list.size(), 2U);
    EXPECT_EQ(list.front(), kToldA);
    EXPECT_EQ(list.back(), kToldB);
    std::string between;
    for (std::size_t i = 1; i + 1 < list.size(); ++i) between += list[i] + "\n";
    return between;
  }
  static std::string with_length(const std::string& length) {
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
           "https://x.org/\r\nContent-Length: " +
           length + "\r\n\r\n" + http_answer("<html>X</html>") + "\r\n\r\n";
  }
  static std::string at(const std::string& name, const std::string& why) {
    return "w" + name + "! record at byte " + std::to_string(warc_page(kA, kPageA).size()) + ": " +
           why + "\n";
  }
};

TEST_F(DamagedWarc, WrongLengths) {
  const std::string x = "/https://x.org/";
  EXPECT_EQ(told_between(with_length("5")),
            at(x, "is said to have 5 bytes, but behind them no record starts"));
  EXPECT_EQ(told_between(with_length("60")),
            at(x, "is said to have 60 bytes, but behind them no record starts"));
  EXPECT_TRUE(told_between(with_length("99999")).starts_with("w" + x + "! record at byte"));
  EXPECT_EQ(told_between(with_length("99999999999")),
            at(x, "is said to have 99999999999 bytes; a record may have 68157440"));
  for (const char* none : {"-1", "abc", "", "18446744073709551617"}) {
    EXPECT_EQ(told_between(with_length(none)), at(x, "its header does not say how long it is"));
  }
}

TEST_F(DamagedWarc, MissingBlankLinesCostNothing) {
  std::string damaged = with_length("33");
  damaged.resize(damaged.size() - 4);
  const std::string a = warc_page(kA, kPageA);
  EXPECT_EQ(told_of(a.substr(0, a.size() - 4) + warc_page(kB, kPageB)), (Told{kToldA, kToldB}));
  EXPECT_EQ(told_of(a + "\r\n\r\n\r\n" + warc_page(kB, kPageB)), (Told{kToldA, kToldB}));
}

TEST_F(DamagedWarc, SomethingElseBetweenRecords) {
  EXPECT_EQ(told_between("junk and more junk\r\n"),
            at("", "here a record should start and does not"));
  EXPECT_EQ(told_between(std::string(500000, 'j') + "\n"),
            at("", "here a record should start and does not"));
}

TEST_F(DamagedWarc, BrokenGzipMembers) {
  std::string member = gzipped(warc_page("https://x.org/", std::string(3000, 'x') + kPageA));
  std::string flipped = member;
  for (std::size_t i = 30; i < 40; ++i) flipped[i] = '\xFF';
  EXPECT_EQ(told_between(flipped, true), at("", "holds broken compressed data"));
  const std::string cut = told_between(member.substr(0, member.size() / 2), true);
  EXPECT_NE(cut.find("! record at byte "), std::string::npos) << cut;
}

TEST_F(DamagedWarc, TheEndIsMissing) {
  const std::string both = warc_page(kA, kPageA) + warc_page(kB, kPageB);
  const Told cut = told_of(both.substr(0, both.size() - 10));
  ASSERT_EQ(cut.size(), 2U);
  EXPECT_EQ(cut[0], kToldA);
  EXPECT_TRUE(cut[1].starts_with("w/" + kB + "! record at byte ")) << cut[1];
  EXPECT_TRUE(cut[1].ends_with(" are left")) << cut[1];
  const std::string zipped = gzipped(both);
  const Told broken = told_of(zipped.substr(0, zipped.size() - 12));
  ASSERT_GE(broken.size(), 1U);
  EXPECT_TRUE(broken.back().ends_with("ends in the middle of its compressed data"))
      << broken.back();
}

TEST_F(DamagedWarc, ABodyThatIsBrokenIsReadAsFarAsItGoes) {
  EXPECT_EQ(
      told_of(warc_page(kA, "15\r\n" + kPageA + "\r\nxyz", "Transfer-Encoding: chunked\r\n")),
      (Told{kToldA, "w/" + kA +
                        "? record at byte 0: its chunks are broken or end early; it is read as "
                        "far as it goes"}));
}

TEST_F(DamagedWarc, WhatIsTooLargeIsPassedOverWithoutBeingHeld) {
  SourceLimits limits;
  limits.page_bytes = 1000;  // and 1 MiB for the HTTP header
  const std::string large(3 << 20, 'x');
  EXPECT_EQ(
      told_of(warc_page(kA, kPageA) + warc_page("https://x.org/", large) + warc_page(kB, kPageB),
              limits)
          .size(),
      3U);
  EXPECT_EQ(told_of(warc_page(kA, kPageA) +
                        warc_page("https://x.org/", large, "Content-Type: video/mp4\r\n") +
                        warc_page(kB, kPageB),
                    limits),
            (Told{kToldA, kToldB, "(1 sound and film)"}));
}

}  // namespace
}  // namespace rapporteur
