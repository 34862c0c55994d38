// SPDX-License-Identifier: GPL-2.0-or-later
//
// The bytes of a file or of standard input, decompressed on the way where they are gzip.
#pragma once

#include <rapporteur/result.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace rapporteur {

// Reads forward with bounded memory. One thread; bytes_consumed() from any.
class ByteStream {
 public:
  // Opens `path`, or standard input for "-". gzip is told by its magic bytes. `stop` (may be null,
  // must outlive the stream): once it is true, a read that a signal broke off fails.
  static Result<std::unique_ptr<ByteStream>> open(const std::string& path,
                                                  const std::atomic<bool>* stop = nullptr);
  virtual ~ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  // Puts up to `size` bytes into `buffer` and says how many; 0 at the end. kIo if the device
  // fails, kCorrupt if compressed data is broken, ends early or swells beyond all likelihood.
  virtual Result<std::size_t> read(char* buffer, std::size_t size) = 0;

  // Bytes taken from the file so far, still compressed: for progress.
  virtual std::uint64_t bytes_consumed() const = 0;

 protected:
  ByteStream() = default;
};

// Bytes of `stream` in front of which one may look: what has been peeked at is read again.
class PeekStream {
 public:
  explicit PeekStream(ByteStream& stream) : stream_(stream) {}

  // The first `size` bytes, fewer only if there are no more. Before the first read() only.
  Result<std::string_view> peek(std::size_t size);
  Result<std::size_t> read(char* buffer, std::size_t size);

 private:
  ByteStream& stream_;
  std::string head_;
  std::size_t head_read_ = 0;
};

}  // namespace rapporteur
