// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

namespace rapporteur {
namespace {

constexpr std::size_t kChunkBytes = 128 * 1024;
// Real text compresses 3 to 20 times. A file that swells more than this, once it is big, is a trap.
constexpr std::uint64_t kMaxExpansion = 300;
constexpr std::uint64_t kExpansionFreeBytes = 512ULL << 20;

Error io_error(const std::string& what) {
  return {ErrorCode::kIo, what + ": " + std::strerror(errno)};
}

class PlainStream : public ByteStream {
 public:
  PlainStream(int descriptor, const std::atomic<bool>* stop)
      : descriptor_(descriptor), stop_(stop) {}
  ~PlainStream() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, buffer, size);
      if (got >= 0) {
        consumed_.fetch_add(static_cast<std::uint64_t>(got), std::memory_order_relaxed);
        return static_cast<std::size_t>(got);
      }
      if (errno != EINTR) return io_error("cannot be read");
      if (stop_ != nullptr && stop_->load()) return Error{ErrorCode::kIo, "was broken off"};
    }
  }

  std::uint64_t bytes_consumed() const override {
    return consumed_.load(std::memory_order_relaxed);
  }

 private:
  int descriptor_;
  const std::atomic<bool>* stop_;
  std::atomic<std::uint64_t> consumed_{0};
};

// Decompresses `source_`; several gzip members behind each other are one stream (RFC 1952, 2.2).
class GzipStream : public ByteStream {
 public:
  GzipStream(std::unique_ptr<ByteStream> source, std::string first)
      : source_(std::move(source)), input_(kChunkBytes) {
    std::copy(first.begin(), first.end(), input_.begin());
    zlib_.next_in = reinterpret_cast<Bytef*>(input_.data());
    zlib_.avail_in = static_cast<uInt>(first.size());
    taken_ = first.size();
    ready_ = inflateInit2(&zlib_, 15 + 16) == Z_OK;
  }
  ~GzipStream() override {
    if (ready_) inflateEnd(&zlib_);
  }

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    if (!ready_) return Error{ErrorCode::kInternal, "no memory to decompress"};
    zlib_.next_out = reinterpret_cast<Bytef*>(buffer);
    zlib_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30));
    const uInt room = zlib_.avail_out;
    while (zlib_.avail_out == room && !ended_) {
      if (auto refilled = refill(); !refilled) return refilled.error();
      if (between_members_) {
        if (!starts_member()) break;
        inflateReset(&zlib_);
        between_members_ = false;
      }
      if (zlib_.avail_in == 0) {
        return Error{ErrorCode::kCorrupt, "ends in the middle of its compressed data"};
      }
      const int state = inflate(&zlib_, Z_NO_FLUSH);
      if (state == Z_STREAM_END) {
        between_members_ = true;
      } else if (state != Z_OK && state != Z_BUF_ERROR) {
        return Error{ErrorCode::kCorrupt, "holds broken compressed data"};
      }
    }
    const std::size_t got = room - zlib_.avail_out;
    produced_ += got;
    if (produced_ > kExpansionFreeBytes && produced_ / kMaxExpansion > taken_) {
      return Error{ErrorCode::kCorrupt, "swells more than " + std::to_string(kMaxExpansion) +
                                            " times; decompress it yourself if you trust it"};
    }
    return got;
  }

  std::uint64_t bytes_consumed() const override { return source_->bytes_consumed(); }

 private:
  Result<void> refill() {
    if (zlib_.avail_in > 1 || source_ended_) return {};
    // One byte may be left: a member's two magic bytes must be seen together.
    const std::size_t kept = zlib_.avail_in;
    if (kept > 0) input_[0] = static_cast<char>(*zlib_.next_in);
    auto got = source_->read(input_.data() + kept, input_.size() - kept);
    if (!got) return got.error();
    source_ended_ = *got == 0;
    taken_ += *got;
    zlib_.next_in = reinterpret_cast<Bytef*>(input_.data());
    zlib_.avail_in = static_cast<uInt>(kept + *got);
    return {};
  }

  // Whatever follows the last member (padding of tapes and disks) is ignored, as gzip does.
  bool starts_member() {
    ended_ = zlib_.avail_in < 2 || zlib_.next_in[0] != 0x1F || zlib_.next_in[1] != 0x8B;
    return !ended_;
  }

  std::unique_ptr<ByteStream> source_;
  std::vector<char> input_;
  z_stream zlib_ = {};
  bool ready_ = false;
  bool between_members_ = false;
  bool source_ended_ = false;
  bool ended_ = false;
  std::uint64_t taken_ = 0;
  std::uint64_t produced_ = 0;
};

// The first bytes again, then the rest.
class RestoredStream : public ByteStream {
 public:
  RestoredStream(std::unique_ptr<ByteStream> source, std::string first)
      : source_(std::move(source)), first_(std::move(first)) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    if (read_ == first_.size()) return source_->read(buffer, size);
    const std::size_t got = first_.copy(buffer, size, read_);
    read_ += got;
    return got;
  }
  std::uint64_t bytes_consumed() const override { return source_->bytes_consumed(); }

 private:
  std::unique_ptr<ByteStream> source_;
  std::string first_;
  std::size_t read_ = 0;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> ByteStream::open(const std::string& path,
                                                     const std::atomic<bool>* stop) {
  int descriptor = STDIN_FILENO;
  if (path != "-") {
    descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
      Error error = io_error("cannot be opened");
      if (errno == ENOENT) error.code = ErrorCode::kNotFound;
      return error;
    }
  }
  auto plain = std::make_unique<PlainStream>(descriptor, stop);
  struct stat status = {};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    return Error{ErrorCode::kInvalidInput, "is a folder"};
  }
  // Pipes may give one byte at a time: read until the magic can be told.
  std::string first(kChunkBytes, '\0');
  std::size_t size = 0;
  while (size < 2) {
    auto got = plain->read(first.data() + size, first.size() - size);
    if (!got) return got.error();
    if (*got == 0) break;
    size += *got;
  }
  first.resize(size);
  if (first.starts_with("\x1F\x8B")) {
    return std::unique_ptr<ByteStream>(
        std::make_unique<GzipStream>(std::move(plain), std::move(first)));
  }
  return std::unique_ptr<ByteStream>(
      std::make_unique<RestoredStream>(std::move(plain), std::move(first)));
}

Result<std::string_view> PeekStream::peek(std::size_t size) {
  while (head_.size() < size) {
    const std::size_t have = head_.size();
    head_.resize(size);
    auto got = stream_.read(head_.data() + have, size - have);
    head_.resize(have + (got ? *got : 0));
    if (!got) return got.error();
    if (*got == 0) break;
  }
  return std::string_view(head_).substr(0, size);
}

Result<std::size_t> PeekStream::read(char* buffer, std::size_t size) {
  if (head_read_ == head_.size()) return stream_.read(buffer, size);
  const std::size_t got = head_.copy(buffer, size, head_read_);
  head_read_ += got;
  return got;
}

}  // namespace rapporteur
