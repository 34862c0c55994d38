// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/byte_stream.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

using testing::TemporaryFolder;

// All bytes, read in pieces of `step`; on failure what was read, a bar and the message.
std::string drain(const std::string& path, std::size_t step = 7) {
  auto stream = ByteStream::open(path);
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

TEST(ByteStream, MissingFilesAndFoldersAreErrors) {
  TemporaryFolder folder;
  EXPECT_EQ(ByteStream::open(folder / "none").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ByteStream::open(folder.path().string()).error().message, "is a folder");
}

TEST(PeekStream, ReadsAgainWhatWasPeekedAt) {
  TemporaryFolder folder;
  auto stream = ByteStream::open(folder.write("a", "abcdef"));
  PeekStream peek(**stream);
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
