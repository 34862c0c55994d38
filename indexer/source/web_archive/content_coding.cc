// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/web_archive/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

using namespace std::string_view_literals;

enum class Step { kMore, kEnd, kBroken };

// Grows `decoded` with what `step` writes until the data ends, breaks, or is more than `max_bytes`.
//   step(char*& out, std::size_t& room) -> Step
template <typename DecodeStep>
Result<DecodedBody> decode_stream(std::size_t max_bytes, const char* coding, DecodeStep step) {
  constexpr std::size_t kStep = 256 * 1024;
  DecodedBody decoded;
  for (;;) {
    const std::size_t have = decoded.bytes.size();
    decoded.bytes.resize(have + kStep);
    char* out = decoded.bytes.data() + have;
    std::size_t room = kStep;
    const Step state = step(out, room);
    decoded.bytes.resize(have + kStep - room);
    if (decoded.bytes.size() > max_bytes) {
      return Error{ErrorCode::kInvalidInput,
                   "has more than " + std::to_string(max_bytes) + " bytes once decompressed"};
    }
    if (state == Step::kMore) continue;
    if (state == Step::kEnd) return decoded;
    if (decoded.bytes.empty()) {
      return Error{ErrorCode::kCorrupt, std::string("has a broken ") + coding + " body"};
    }
    decoded.damage = std::string("its ") + coding + " body is broken or ends early";
    return decoded;
  }
}

Result<DecodedBody> inflate_body(std::string_view body, int window, const char* coding,
                                 std::size_t max_bytes) {
  z_stream zlib = {};
  if (inflateInit2(&zlib, window) != Z_OK) {
    return Error{ErrorCode::kInternal, "no memory to decompress"};
  }
  const std::unique_ptr<z_stream, int (*)(z_stream*)> closed(&zlib, inflateEnd);
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  zlib.avail_in = static_cast<uInt>(body.size());
  return decode_stream(max_bytes, coding, [&](char*& out, std::size_t& room) {
    zlib.next_out = reinterpret_cast<Bytef*>(out);
    zlib.avail_out = static_cast<uInt>(room);
    const int state = inflate(&zlib, Z_NO_FLUSH);
    room = zlib.avail_out;
    if (state == Z_STREAM_END) return Step::kEnd;
    return state == Z_OK ? Step::kMore : Step::kBroken;
  });
}

// "deflate" is zlib by the book and bare deflate with many servers.
Result<DecodedBody> undeflate(std::string_view body, std::size_t max_bytes) {
  auto decoded = inflate_body(body, 15, "deflate", max_bytes);
  if (!decoded && decoded.error().code == ErrorCode::kCorrupt) {
    return inflate_body(body, -15, "deflate", max_bytes);
  }
  return decoded;
}

Result<DecodedBody> unbrotli(std::string_view body, std::size_t max_bytes) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> decoder(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (decoder == nullptr) return Error{ErrorCode::kInternal, "no memory to decompress"};
  const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t left = body.size();
  return decode_stream(max_bytes, "brotli", [&](char*& out, std::size_t& room) {
    auto* to = reinterpret_cast<std::uint8_t*>(out);
    switch (BrotliDecoderDecompressStream(decoder.get(), &left, &in, &room, &to, nullptr)) {
      case BROTLI_DECODER_RESULT_SUCCESS:
        return Step::kEnd;
      case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT:
        return Step::kMore;
      default:
        return Step::kBroken;
    }
  });
}

Result<DecodedBody> unzstd(std::string_view body, std::size_t max_bytes) {
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> decoder(ZSTD_createDStream(),
                                                                              ZSTD_freeDStream);
  if (decoder == nullptr) return Error{ErrorCode::kInternal, "no memory to decompress"};
  ZSTD_inBuffer in = {body.data(), body.size(), 0};
  return decode_stream(max_bytes, "zstd", [&](char*& out, std::size_t& room) {
    ZSTD_outBuffer to = {out, room, 0};
    const std::size_t state = ZSTD_decompressStream(decoder.get(), &to, &in);
    room -= to.pos;
    if (ZSTD_isError(state) != 0) return Step::kBroken;
    if (state == 0 && in.pos == in.size) return Step::kEnd;
    return to.pos == to.size || in.pos < in.size ? Step::kMore : Step::kBroken;
  });
}

// Whether it is text as it stands; compressed data has control bytes all over.
bool is_plain(std::string_view body) {
  return std::none_of(body.begin(), body.begin() + std::min<std::ptrdiff_t>(256, body.size()),
                      [](char c) {
                        const auto byte = static_cast<unsigned char>(c);
                        return byte < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f';
                      });
}

// Undoes one coding.
Result<DecodedBody> decode(std::string_view body, std::string_view coding, std::size_t max_bytes) {
  DecodedBody as_it_is{std::string(body), ""};
  if (coding == "gzip" || coding == "x-gzip") {
    if (!body.starts_with("\x1F\x8B"sv)) return as_it_is;
    return inflate_body(body, 15 + 16, "gzip", max_bytes);
  }
  if (coding == "zstd") {
    return body.starts_with("\x28\xB5\x2F\xFD"sv) ? unzstd(body, max_bytes) : as_it_is;
  }
  if (coding == "deflate" || coding == "br") {
    // These have no mark of their own.
    if (is_plain(body)) return as_it_is;
    return coding == "br" ? unbrotli(body, max_bytes) : undeflate(body, max_bytes);
  }
  if (coding.empty() || coding == "identity" || coding == "none") return as_it_is;
  return Error{ErrorCode::kInvalidInput,
               "has a content encoding that is not known: " + clean_utf8(coding)};
}

// A chunk's size line, "1f4;extension"; the size, and in `line_bytes` how long the line is.
std::optional<std::uint64_t> chunk_size(std::string_view text, std::size_t& line_bytes) {
  constexpr std::size_t kLongestLine = 1024;
  const std::size_t end = text.substr(0, kLongestLine).find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  line_bytes = end + 1;
  const std::string_view line = trim(text.substr(0, end));
  std::uint64_t size = 0;
  const auto [rest, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (error != std::errc()) return std::nullopt;
  const bool ends = rest == line.data() + line.size() || *rest == ';';
  return ends ? std::optional(size) : std::nullopt;
}

DecodedBody unchunk(std::string_view body) {
  DecodedBody whole;
  std::size_t line_bytes = 0;
  if (!chunk_size(body, line_bytes)) return {std::string(body), ""};  // somebody did it before
  for (;;) {
    const auto size = chunk_size(body, line_bytes);
    if (!size) {
      whole.damage = "its chunks are broken or end early";
      return whole;
    }
    body.remove_prefix(line_bytes);
    if (*size == 0) return whole;
    const std::string_view chunk =
        body.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(*size, body.size())));
    whole.bytes += chunk;
    body.remove_prefix(chunk.size());
    if (body.starts_with("\r\n")) {
      body.remove_prefix(2);
    } else if (body.starts_with('\n')) {
      body.remove_prefix(1);
    }
  }
}

// The members of a comma-separated list, in lower case.
std::vector<std::string> list_of(std::string_view value) {
  std::vector<std::string> members;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(','), value.size());
    const std::string_view member = trim(value.substr(0, end));
    if (!member.empty()) members.push_back(ascii_lower(member));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return members;
}

}  // namespace

Result<DecodedBody> decode_body(std::string_view body, const HeaderFields& fields,
                                std::size_t max_bytes) {
  constexpr std::size_t kMostCodings = 4;
  // In the order in which they were applied; chunking is always the last.
  std::vector<std::string> codings = list_of(fields.get("Content-Encoding"));
  for (std::string& coding : list_of(fields.get("Transfer-Encoding"))) {
    codings.push_back(std::move(coding));
  }
  if (codings.size() > kMostCodings) {
    return Error{ErrorCode::kInvalidInput,
                 "is encoded more than " + std::to_string(kMostCodings) + " times over"};
  }
  DecodedBody decoded{std::string(body), ""};
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    Result<DecodedBody> next =
        *coding == "chunked" ? unchunk(decoded.bytes) : decode(decoded.bytes, *coding, max_bytes);
    if (!next) return next;
    if (next->damage.empty()) next->damage = std::move(decoded.damage);
    decoded = std::move(*next);
  }
  return decoded;
}

}  // namespace rapporteur
