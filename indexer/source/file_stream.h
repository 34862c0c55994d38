// SPDX-License-Identifier: GPL-2.0-or-later
//
// The bytes of a file or of standard input, as they are.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "indexer/source/byte_stream.h"

namespace rapporteur {

class FileStream : public ByteStream {
 public:
  // Opens `path`, or standard input for "-". `stop` (may be null, must outlive the stream): once it
  // is true, a read that a signal broke off fails. kNotFound, kIo, or kInvalidInput for a folder.
  static Result<std::unique_ptr<FileStream>> open(const std::string& path,
                                                  const std::atomic<bool>* stop = nullptr);
  ~FileStream() override;

  Result<std::size_t> read(char* buffer, std::size_t size) override;
  // Of regular files only.
  std::optional<std::uint64_t> size() const override { return size_; }
  Result<void> seek(std::uint64_t position) override;

  // How far into the file one has read: for progress.
  std::uint64_t bytes_consumed() const { return farthest_; }

 private:
  FileStream(int descriptor, std::optional<std::uint64_t> size, const std::atomic<bool>* stop)
      : descriptor_(descriptor), size_(size), stop_(stop) {}

  int descriptor_;
  std::optional<std::uint64_t> size_;
  const std::atomic<bool>* stop_;
  std::uint64_t position_ = 0;
  std::uint64_t farthest_ = 0;
};

}  // namespace rapporteur
