// SPDX-License-Identifier: GPL-2.0-or-later
//
// A stream in front of which one may look before reading.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/byte_stream.h"

namespace rapporteur {

class PeekStream : public ByteStream {
 public:
  explicit PeekStream(std::unique_ptr<ByteStream> source) : source_(std::move(source)) {}

  // The next `size` bytes, fewer only if there are no more; they are read again. Valid until the
  // next call of anything. On an error what came before it stays in ahead().
  Result<std::string_view> peek(std::size_t size);
  // What has been looked at already.
  std::string_view ahead() const { return std::string_view(buffer_).substr(begin_); }
  // Passes over `size` bytes, at most ahead().size().
  void consume(std::size_t size);

  Result<std::size_t> read(char* buffer, std::size_t size) override;
  // Drops what has been looked at.
  bool skip_damage() override;
  std::optional<std::uint64_t> size() const override { return source_->size(); }
  Result<void> seek(std::uint64_t position) override;

  // Bytes read or passed over so far, or where seek() went.
  std::uint64_t position() const { return position_; }

 private:
  std::unique_ptr<ByteStream> source_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of the bytes in the buffer that are still to be read
  std::uint64_t position_ = 0;
  std::optional<Error> failed_;
};

}  // namespace rapporteur
