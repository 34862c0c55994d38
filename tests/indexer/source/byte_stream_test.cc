// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/byte_stream.h"

#include <gtest/gtest.h>

#include "indexer/source/decompress.h"
#include "indexer/source/file_stream.h"
#include "tests/support/archives.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

using testing::TemporaryFolder;

// All bytes, read in pieces of `step`; on failure what was read, a bar and the message.
std::string drain(const std::string& path, std::size_t step = 7) {
  auto file = FileStream::open(path);
  if (!file) return "|" + file.error().message;
  auto stream = decompress(std::move(*file), {});
  if (!stream) return "|" + stream.error().message;
  std::string all;
  std::string buffer(step, '\0');
  for (;;) {
    auto got = (*stream)->read(buffer.data(), buffer.size());
    if (!got) return all + "|" + got.error().message;
    if (*got == 0) return all;
    all.append(buffer, 0, *got);
  }
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 60000; ++i) text += std::to_string(i * 7919) + " ";
  return text;
}

TEST(ByteStream, GivesPlainFilesAsTheyAre) {
  TemporaryFolder folder;
  EXPECT_EQ(drain(folder.write("a", long_text()), 4096), long_text());
  EXPECT_EQ(drain(folder.write("b", "x")), "x");
  EXPECT_EQ(drain(folder.write("c", "")), "");
}

TEST(ByteStream, DecompressesWhateverTheNameSays) {
  TemporaryFolder folder;
  EXPECT_EQ(drain(folder.write_gzip("a.txt", long_text()), 4096), long_text());
  EXPECT_EQ(drain(folder.write_gzip("empty", "")), "");
}

TEST(ByteStream, ReadsSeveralGzipMembersAsOne) {
  TemporaryFolder folder;
  const std::string one = testing::read_whole(folder.write_gzip("1", "one "));
  const std::string two = testing::read_whole(folder.write_gzip("2", "two"));
  EXPECT_EQ(drain(folder.write("both", one + two)), "one two");
  EXPECT_EQ(drain(folder.write("padded", one + two + std::string(512, '\0'))), "one two");
}

TEST(ByteStream, SaysWhereCompressedDataIsBroken) {
  TemporaryFolder folder;
  const std::string whole = testing::read_whole(folder.write_gzip("a", long_text()));
  const std::string cut = drain(folder.write("cut", whole.substr(0, whole.size() / 2)), 4096);
  EXPECT_TRUE(cut.ends_with("|ends in the middle of its compressed data"));
  EXPECT_TRUE(long_text().starts_with(cut.substr(0, cut.find('|'))));
  std::string flipped = whole;
  flipped[whole.size() / 2] ^= 0x55;
  EXPECT_NE(drain(folder.write("flipped", flipped), 4096).find("|holds broken compressed data"),
            std::string::npos);
}

TEST(ByteStream, UndoesSeveralCompressionsOverEachOther) {
  TemporaryFolder folder;
  std::string bytes = long_text();
  for (int i = 0; i < 4; ++i) bytes = testing::gzipped(bytes);
  EXPECT_EQ(drain(folder.write("four", bytes), 4096), long_text());
  EXPECT_EQ(drain(folder.write("five", testing::gzipped(bytes))),
            "|is compressed more than 4 times over");
}

TEST(ByteStream, UndoesWhatLibarchiveKnows) {
  TemporaryFolder folder;
  for (const auto filter : {ARCHIVE_FILTER_BZIP2, ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_ZSTD,
                            ARCHIVE_FILTER_LZIP, ARCHIVE_FILTER_COMPRESS}) {
    EXPECT_EQ(drain(folder.write("a", testing::compressed(long_text(), filter)), 4096),
              long_text());
  }
}

TEST(ByteStream, GoesOnBehindABrokenGzipMember) {
  std::string broken = testing::gzipped(long_text());
  for (std::size_t i = broken.size() / 2; i < broken.size() / 2 + 20; ++i) broken[i] = '\xFF';
  for (const std::size_t cut : {broken.size(), broken.size() / 2 + 5}) {
    auto stream = decompress(
        std::make_unique<MemoryStream>(broken.substr(0, cut) + testing::gzipped("the next")), {});
    ASSERT_TRUE(stream);
    std::string buffer(1 << 20, '\0');
    Result<std::size_t> got = std::size_t{1};
    while (got && *got > 0) got = (*stream)->read(buffer.data(), buffer.size());
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().code, ErrorCode::kCorrupt);
    ASSERT_TRUE((*stream)->skip_damage());
    EXPECT_EQ(*(*stream)->peek(100), "the next");
  }
}

TEST(ByteStream, ATrapIsNotFollowed) {
  const std::string zeros(8 << 20, '\0');
  auto stream = decompress(std::make_unique<MemoryStream>(testing::gzipped(zeros)),
                           ExpansionLimit{100, 1 << 20});
  ASSERT_TRUE(stream);
  const auto all = (*stream)->peek(zeros.size());
  ASSERT_FALSE(all);
  EXPECT_EQ(all.error().message,
            "swells more than 100 times; decompress it yourself if you trust it");
  EXPECT_LE((*stream)->ahead().size(), 2U << 20);
}

TEST(ByteStream, MissingFilesAndFoldersAreErrors) {
  TemporaryFolder folder;
  EXPECT_EQ(FileStream::open(folder / "none").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(FileStream::open(folder.path().string()).error().message, "is a folder");
}

TEST(PeekStream, ReadsAgainWhatWasPeekedAt) {
  PeekStream peek(std::make_unique<MemoryStream>(std::string("abcdef")));
  EXPECT_EQ(*peek.peek(4), "abcd");
  EXPECT_EQ(*peek.peek(100), "abcdef");
  char buffer[10];
  std::string all;
  while (auto got = peek.read(buffer, 3)) {
    if (*got == 0) break;
    all.append(buffer, *got);
  }
  EXPECT_EQ(all, "abcdef");
}

}  // namespace
}  // namespace rapporteur
