// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/archive_reader.h"

#include <gtest/gtest.h>

#include "tests/indexer/source/items.h"
#include "tests/support/archives.h"

namespace rapporteur {
namespace {

using testing::compressed;
using testing::gzipped;
using testing::items_of;
using testing::tar_of;
using testing::Told;
using testing::told;
using testing::zip_of;

Told told_of(std::string_view name, std::string_view bytes, SourceLimits limits = {}) {
  return told(items_of(name, bytes, limits));
}

TEST(Archives, NamesTheWayInside) {
  const testing::Files files = {{"inner/page.txt", "A page."}, {"b.txt", "B."}};
  const Told expected = {"dump/inner/page.txt: A page.", "dump/b.txt: B."};
  const std::string tar = tar_of(files);
  EXPECT_EQ(told_of("dump", tar), expected);
  EXPECT_EQ(told_of("dump", zip_of(files)), expected);
  EXPECT_EQ(told_of("dump", gzipped(tar)), expected);
  EXPECT_EQ(told_of("dump", compressed(tar, ARCHIVE_FILTER_ZSTD)), expected);
  EXPECT_EQ(told_of("dump", compressed(tar, ARCHIVE_FILTER_XZ)), expected);
  EXPECT_EQ(told_of("dump", compressed(tar, ARCHIVE_FILTER_BZIP2)), expected);
}

TEST(Archives, NamesMayBeInAnyScript) {
  const testing::Files files = {{"données/中文.txt", "A."}};
  const Told expected = {"a/données/中文.txt: A."};
  EXPECT_EQ(told_of("a", testing::utf8_named(archive_write_set_format_zip, files)), expected);
  EXPECT_EQ(told_of("a", testing::utf8_named(archive_write_set_format_pax, files)), expected);
}

TEST(Archives, LooksIntoArchivesInArchives) {
  const std::string zip = zip_of({{"c.txt.gz", gzipped("C.")}, {"d.txt", "D."}});
  const std::string records = "{\"text\": \"1\"}\n{\"text\": \"2\"}\n";
  const auto items = items_of(
      "a.tar.gz",
      gzipped(tar_of({{"b.zip", zip}, {"e.jsonl.gz", gzipped(records)}, {"f.txt", "F."}})));
  EXPECT_EQ(told(items), (Told{"a.tar.gz/b.zip/c.txt.gz: C.", "a.tar.gz/b.zip/d.txt: D.",
                               "a.tar.gz/f.txt: F."}));
  ASSERT_EQ(items.size(), 8U);  // and the ends of b.zip, e.jsonl.gz and a.tar.gz
  EXPECT_EQ(items[4].source, "a.tar.gz/e.jsonl.gz");
  EXPECT_EQ(items[4].line, 2U);
  for (const SourceItem& item : items) EXPECT_EQ(item.input, "a.tar.gz");
  for (const SourceItem& item : items) EXPECT_EQ(item.input_ends, &item == &items.back());
}

TEST(Archives, ContentDecidesWhatAnEntryIs) {
  const auto items =
      items_of("a", zip_of({{"page.pdf", "<html><p>A</p>"}, {"b.html", "{\"text\": 1}\n"}}));
  ASSERT_GE(items.size(), 2U);
  EXPECT_EQ(items[0].form, InputForm::kHtml);
  EXPECT_EQ(items[1].form, InputForm::kJsonLines);
}

TEST(Archives, NoNameLeadsOutOfThem) {
  EXPECT_EQ(told_of("a", tar_of({{"../../etc/passwd", "A."}, {"/etc/./b", "B."}, {"..", "C."}})),
            (Told{"a/etc/passwd: A.", "a/etc/b: B.", "a/entry 3: C."}));
}

TEST(Archives, LinksAreNotFollowedAndHiddenFilesNotRead) {
  std::string tar;
  archive* writer = testing::open_writer(archive_write_set_format_pax_restricted, tar);
  testing::put_entry(writer, "link", "", AE_IFLNK, "/etc/passwd");
  testing::put_entry(writer, "folder", "", AE_IFDIR);
  testing::put_entry(writer, "pipe", "", AE_IFIFO);
  testing::put_entry(writer, "folder/.hidden", "H.");
  testing::put_entry(writer, "__MACOSX/a.txt", "M.");
  testing::put_entry(writer, "a.txt", "A.");
  archive_write_free(writer);
  EXPECT_EQ(told_of("a", tar), (Told{"a/a.txt: A.", "(1 devices, 1 links)"}));
}

TEST(Archives, WhatCannotBeReadCostsOneEntry) {
  EXPECT_EQ(told_of("a", zip_of({{"a.txt", ""}, {"b.png", "\x89PNG\r\n"}, {"c.txt", "C."}})),
            (Told{"a/a.txt! is empty", "a/b.png! is an image", "a/c.txt: C."}));
}

TEST(Archives, ABrokenEntryOfAZipCostsItAlone) {
  const std::string first = "one " + std::string(2000, 'x') + " of many words";
  std::string zip = zip_of({{"a.txt", first}, {"b.txt", "B."}});
  zip[zip.find("a.txt") + 40] ^= 0x7F;
  const Told list = told_of("a", zip);
  ASSERT_EQ(list.size(), 2U);
  EXPECT_TRUE(list[0].starts_with("a/a.txt! cannot be unpacked: ")) << list[0];
  EXPECT_EQ(list[1], "a/b.txt: B.");
}

TEST(Archives, WhatCameBeforeABreakIsRead) {
  const std::string tar =
      tar_of({{"a.txt", "A."}, {"b.txt", std::string(100000, 'b')}, {"c.txt", "C."}});
  const Told list = told_of("a", tar.substr(0, 50000));
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0], "a/a.txt: A.");
  EXPECT_TRUE(list[1].starts_with("a/b.txt! cannot be unpacked: Truncated")) << list[1];
  EXPECT_TRUE(list[2].ends_with("; what came before was read")) << list[2];
}

TEST(Archives, GoesOnBehindADamagedHeaderOfATar) {
  std::string tar = tar_of({{"a.txt", "A."}, {"b.txt", "B."}, {"c.txt", "C."}});
  tar[1024 + 3] ^= 0x7F;  // in the second header
  const Told list = told_of("a", tar);
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0], "a/a.txt: A.");
  EXPECT_EQ(list[1], "a! is damaged behind its entry 1; what could be found after that is read");
  EXPECT_EQ(list[2], "a/c.txt: C.");
}

TEST(Archives, LimitsCostWhatIsBeyondThem) {
  SourceLimits limits;
  limits.page_bytes = 1000;
  EXPECT_EQ(told_of("a", tar_of({{"a", std::string(1001, 'x')}, {"b", "B."}}), limits)[1],
            "a/b: B.");
  limits = {};
  limits.entries = 2;
  EXPECT_EQ(
      told_of("a", tar_of({{"a", "A."}, {"b", "B."}, {"c", "C."}}), limits),
      (Told{"a/a: A.", "a/b: B.",
            "a! has more than 2 entries; unpack it yourself if you trust it; what came before "
            "was read"}));
  limits = {};
  limits.depth = 2;
  EXPECT_EQ(
      told_of("a", zip_of({{"b", zip_of({{"c", zip_of({{"d", "D."}})}})}, {"e", "E."}}), limits),
      (Told{"a/b/c! is more than 2 archives deep; unpack them", "a/e: E."}));
}

TEST(Archives, ATrapInsideCostsItselfAndNotTheRest) {
  const std::string zeros(4 << 20, 'x');
  SourceLimits limits;
  limits.page_bytes = 2 << 20;
  limits.expansion = {50, 1 << 20};
  const Told list =
      told_of("a", zip_of({{"a.txt", "A."}, {"b.gz", gzipped(zeros)}, {"c.txt", "C."}}), limits);
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0], "a/a.txt: A.");
  EXPECT_EQ(list[1], "a/b.gz! swells more than 50 times; decompress it yourself if you trust it");
  EXPECT_EQ(list[2], "a/c.txt: C.");
}

TEST(Archives, ManyTrapsTogetherEndTheirInputOnly) {
  testing::TemporaryFolder folder;
  testing::Files files;
  for (int i = 0; i < 50; ++i) files.emplace_back(std::to_string(i), std::string(1 << 20, 'x'));
  folder.write("p/a.zip", zip_of(files));
  folder.write("p/b.txt", "B.");
  SourceLimits limits;
  limits.expansion = {50, 8 << 20};
  const auto list = testing::items({folder / "p"}, limits);
  ASSERT_EQ(list.size(), 11U);  // 8 pages, one too many, the end of the zip, and b.txt
  EXPECT_TRUE(list[list.size() - 2].starts_with("a.zip:0 !swells more than 50 times"));
  EXPECT_EQ(list.back(), "b.txt:0 B.$");
}

TEST(Archives, AWaczGivesItsWebArchivesOnly) {
  const testing::Files files = {
      {"pages/pages.jsonl", "{\"format\": \"json-pages-1.0\"}\n"},
      {"indexes/index.cdx.gz", gzipped("org,example)/ 20180621101112 {}\n")},
      {"archive/data.warc.gz",
       gzipped(testing::warc_page("https://example.org/a", "<html>A</html>"))},
      {"datapackage.json", "{\"wacz_version\": \"1.1.1\"}"}};
  const Told expected = {"a.wacz/archive/data.warc.gz/https://example.org/a: <html>A</html>",
                         "(3 files that describe the web archive)"};
  EXPECT_EQ(told_of("a.wacz", zip_of(files)), expected);
  EXPECT_EQ(told_of("a.tar", tar_of({{"b.wacz", zip_of(files)}}))[0],
            "a.tar/b.wacz/archive/data.warc.gz/https://example.org/a: <html>A</html>");
}

}  // namespace
}  // namespace rapporteur
