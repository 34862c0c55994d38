// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/web_archive/content_coding.h"

#include <brotli/encode.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "tests/support/archives.h"

namespace rapporteur {
namespace {

constexpr const char* kPage = "<html><p>The Council met, and met again, and met again.</p></html>";

// The page; what is missing behind a bar; an error behind an exclamation mark.
std::string decoded(std::string_view body, std::string_view fields, std::size_t max = 1 << 20) {
  const auto result = decode_body(body, HeaderFields(fields), max);
  if (!result) return "!" + result.error().message;
  return result->bytes + (result->damage.empty() ? "" : "|" + result->damage);
}

std::string deflated(std::string_view text, int window) {
  std::string out(text.size() + 100, '\0');
  z_stream zlib = {};
  deflateInit2(&zlib, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  zlib.avail_in = static_cast<uInt>(text.size());
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(out.size());
  deflate(&zlib, Z_FINISH);
  out.resize(zlib.total_out);
  deflateEnd(&zlib);
  return out;
}

std::string brotli(std::string_view text) {
  std::size_t size = text.size() + 100;
  std::string out(size, '\0');
  BrotliEncoderCompress(9, 22, BROTLI_MODE_TEXT, text.size(),
                        reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

TEST(ContentCoding, UndoesWhatServersDo) {
  EXPECT_EQ(decoded(kPage, ""), kPage);
  EXPECT_EQ(decoded(testing::gzipped(kPage), "Content-Encoding: gzip\r\n"), kPage);
  EXPECT_EQ(decoded(deflated(kPage, 15), "content-encoding:deflate\n"), kPage);
  EXPECT_EQ(decoded(deflated(kPage, -15), "Content-Encoding: deflate\r\n"), kPage);
  EXPECT_EQ(decoded(brotli(kPage), "Content-Encoding: br\r\n"), kPage);
  EXPECT_EQ(decoded(testing::compressed(kPage, ARCHIVE_FILTER_ZSTD), "Content-Encoding: zstd\r\n"),
            kPage);
}

TEST(ContentCoding, PutsChunksTogether) {
  EXPECT_EQ(decoded("3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n"),
            "abcdefg");
  const std::string zipped = testing::gzipped(kPage);
  char size[20];
  std::snprintf(size, sizeof size, "%zX\r\n", zipped.size());
  EXPECT_EQ(decoded(size + zipped + "\r\n0\r\n\r\n",
                    "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
            kPage);
}

TEST(ContentCoding, TakesAsItIsWhatTheCrawlerDecodedBefore) {
  EXPECT_EQ(decoded(kPage, "Transfer-Encoding: chunked\r\n"), kPage);
  for (const char* coding : {"gzip", "deflate", "br", "zstd"}) {
    EXPECT_EQ(decoded(kPage, std::string("Content-Encoding: ") + coding + "\r\n"), kPage);
  }
}

TEST(ContentCoding, KeepsWhatComesBeforeABreak) {
  EXPECT_EQ(decoded("3\r\nabc\r\n9\r\ndefg", "Transfer-Encoding: chunked\r\n"),
            "abcdefg|its chunks are broken or end early");
  EXPECT_EQ(decoded("3\r\nabc\r\nzz\r\n", "Transfer-Encoding: chunked\r\n"),
            "abc|its chunks are broken or end early");
  const std::string zipped = testing::gzipped(kPage);
  EXPECT_EQ(decoded(zipped.substr(0, zipped.size() - 2), "Content-Encoding: gzip\r\n"),
            kPage + std::string("|its gzip body is broken or ends early"));
  EXPECT_EQ(decoded(zipped.substr(0, 11), "Content-Encoding: gzip\r\n"), "!has a broken gzip body");
}

TEST(ContentCoding, IsBounded) {
  const std::string many(1 << 20, 'x');
  EXPECT_EQ(decoded(testing::gzipped(many), "Content-Encoding: gzip\r\n", 1000),
            "!has more than 1000 bytes once decompressed");
  EXPECT_EQ(decoded(brotli(many), "Content-Encoding: br\r\n", 1000),
            "!has more than 1000 bytes once decompressed");
  EXPECT_EQ(decoded(kPage, "Content-Encoding: gzip, gzip, gzip, gzip, gzip\r\n"),
            "!is encoded more than 4 times over");
  EXPECT_EQ(decoded(kPage, "Content-Encoding: rot13\r\n"),
            "!has a content encoding that is not known: rot13");
}

TEST(HeaderFields, ReadsWhatServersWrite) {
  const HeaderFields fields(
      "HTTP/1.1 200 OK\r\nContent-TYPE :  text/HTML;\r\n charset=\"UTF-8\"\r\nX:\n");
  EXPECT_EQ(fields.get("content-type"), "text/HTML; charset=\"UTF-8\"");
  EXPECT_EQ(fields.find("x"), "");
  EXPECT_FALSE(fields.find("y").has_value());
  const MediaType type = parse_media_type(fields.get("content-type"));
  EXPECT_EQ(type.type, "text/html");
  EXPECT_EQ(type.charset, "utf-8");
  EXPECT_EQ(parse_media_type("text/html; charset = windows-1251; x").charset, "windows-1251");
  EXPECT_EQ(parse_media_type("").type, "");
}

}  // namespace
}  // namespace rapporteur
