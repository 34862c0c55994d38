// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/file_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace rapporteur {
namespace {

Error io_error(const std::string& what) {
  return {ErrorCode::kIo, what + ": " + std::strerror(errno)};
}

}  // namespace

Result<std::unique_ptr<FileStream>> FileStream::open(const std::string& path,
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
  std::optional<std::uint64_t> size;
  struct stat status = {};
  if (::fstat(descriptor, &status) == 0) {
    if (S_ISREG(status.st_mode)) size = static_cast<std::uint64_t>(status.st_size);
  }
  std::unique_ptr<FileStream> stream(new FileStream(descriptor, size, stop));
  if (S_ISDIR(status.st_mode)) return Error{ErrorCode::kInvalidInput, "is a folder"};
  return stream;
}

FileStream::~FileStream() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

Result<std::size_t> FileStream::read(char* buffer, std::size_t size) {
  for (;;) {
    const ssize_t got = ::read(descriptor_, buffer, size);
    if (got >= 0) {
      position_ += static_cast<std::uint64_t>(got);
      farthest_ = std::max(farthest_, position_);
      return static_cast<std::size_t>(got);
    }
    if (errno != EINTR) return io_error("cannot be read");
    if (stop_ != nullptr && stop_->load()) return Error{ErrorCode::kIo, "was broken off"};
  }
}

Result<void> FileStream::seek(std::uint64_t position) {
  if (!size_) return ByteStream::seek(position);
  if (::lseek(descriptor_, static_cast<off_t>(position), SEEK_SET) < 0) {
    return io_error("cannot be read");
  }
  position_ = position;
  return {};
}

}  // namespace rapporteur
