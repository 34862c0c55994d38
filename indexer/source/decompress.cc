// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/decompress.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/source/gzip_stream.h"
#include "indexer/source/libarchive_input.h"

namespace rapporteur {
namespace {

using namespace std::string_view_literals;

struct Compression {
  std::string_view magic;
  int (*support)(archive*);         // null: GzipStream
  std::string_view at_four = ""sv;  // what must stand at byte 4 as well
};

constexpr std::array kCompressions = {
    Compression{"\x1F\x8B"sv, nullptr},
    Compression{"BZh"sv, archive_read_support_filter_bzip2, "1AY&SY"sv},
    Compression{"\xFD\x37zXZ\0"sv, archive_read_support_filter_xz},
    Compression{"\x28\xB5\x2F\xFD"sv, archive_read_support_filter_zstd},
    Compression{"LZIP\x01"sv, archive_read_support_filter_lzip},
    Compression{"\x04\x22\x4D\x18"sv, archive_read_support_filter_lz4},
    Compression{"\x1F\x9D"sv, archive_read_support_filter_compress},
};
constexpr std::size_t kMagicBytes = 10;
constexpr int kMostLayers = 4;

const Compression* compression_of(std::string_view head) {
  const auto found =
      std::find_if(kCompressions.begin(), kCompressions.end(), [&](const Compression& known) {
        return head.starts_with(known.magic) &&
               (known.at_four.empty() ||
                head.substr(std::min<std::size_t>(4, head.size())).starts_with(known.at_four));
      });
  return found == kCompressions.end() ? nullptr : &*found;
}

// Decompresses with libarchive.
class FilterStream : public ByteStream {
 public:
  FilterStream(std::unique_ptr<ByteStream> source, const Compression& compression,
               const ExpansionLimit& limit)
      : source_(std::move(source)), input_(*source_, limit) {
    compression.support(input_.get());
    archive_read_support_format_raw(input_.get());
    archive_read_support_format_empty(input_.get());
  }

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    if (!open_) {
      if (auto opened = input_.open(); !opened) return opened.error();
      archive_entry* entry = nullptr;
      const int state = archive_read_next_header(input_.get(), &entry);
      if (state == ARCHIVE_EOF) return std::size_t{0};
      if (state < ARCHIVE_WARN) return input_.error();
      open_ = true;
    }
    return input_.read(buffer, size);
  }

 private:
  std::unique_ptr<ByteStream> source_;
  LibarchiveInput input_;
  bool open_ = false;
};

}  // namespace

Result<std::unique_ptr<PeekStream>> decompress(std::unique_ptr<ByteStream> source,
                                               ExpansionLimit limit) {
  auto stream = std::make_unique<PeekStream>(std::move(source));
  for (int layers = 0;; ++layers) {
    auto head = stream->peek(kMagicBytes);
    if (!head) return head.error();
    const Compression* compression = compression_of(*head);
    if (compression == nullptr) return stream;
    if (layers == kMostLayers) {
      return Error{ErrorCode::kInvalidInput,
                   "is compressed more than " + std::to_string(kMostLayers) + " times over"};
    }
    std::unique_ptr<ByteStream> inner;
    if (compression->support == nullptr) {
      inner = std::make_unique<GzipStream>(std::move(stream), limit);
    } else {
      inner = std::make_unique<FilterStream>(std::move(stream), *compression, limit);
    }
    stream = std::make_unique<PeekStream>(std::move(inner));
    limit = limit.inside();
  }
}

}  // namespace rapporteur
