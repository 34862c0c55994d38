// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bytes that are read forward: a file's, those that were compressed in it, an archive's entry.
#pragma once

#include <rapporteur/result.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

// Reads forward with bounded memory. One thread.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  // Puts up to `size` bytes into `buffer` and says how many; 0 at the end. kIo if the device
  // fails, kCorrupt if compressed data is broken or ends early, kInvalidInput if it swells beyond
  // all likelihood.
  virtual Result<std::size_t> read(char* buffer, std::size_t size) = 0;

  // After kCorrupt: goes on behind the damage, where something starts that can be read without
  // what came before. False if there is no such place.
  virtual bool skip_damage() { return false; }

  // How many bytes there are, where one can move freely among them; else empty.
  virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
  // Makes byte `position`, at most size(), the next one. Only where size() is not empty.
  virtual Result<void> seek(std::uint64_t position);

 protected:
  ByteStream() = default;
};

// Bytes in memory.
class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : owned_(std::move(bytes)), bytes_(owned_) {}
  // Does not copy: `bytes` must outlive the stream.
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override;
  std::optional<std::uint64_t> size() const override { return bytes_.size(); }
  Result<void> seek(std::uint64_t position) override;

 private:
  std::string owned_;
  std::string_view bytes_;
  std::size_t next_ = 0;
};

}  // namespace rapporteur
