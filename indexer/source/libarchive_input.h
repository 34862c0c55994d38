// SPDX-License-Identifier: GPL-2.0-or-later
//
// A libarchive reader that takes its bytes from a ByteStream. Formats and filters are the caller's
// to choose, before open(): each is code that hostile bytes may reach.
#pragma once

#include <archive.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "indexer/source/byte_stream.h"
#include "indexer/source/expansion.h"

namespace rapporteur {

class LibarchiveInput {
 public:
  // `source` must outlive the input.
  LibarchiveInput(ByteStream& source, const ExpansionLimit& limit);
  ~LibarchiveInput();
  LibarchiveInput(const LibarchiveInput&) = delete;
  LibarchiveInput& operator=(const LibarchiveInput&) = delete;

  // Never null.
  archive* get() { return archive_; }
  Result<void> open();
  // Bytes of what is being read now (archive_read_data), counted against the limit.
  Result<std::size_t> read(char* buffer, std::size_t size);
  // kInvalidInput once too much came out of the source.
  Result<void> check() const { return limit_.check(produced_, taken_); }
  // Why a call failed: the source's reason, or libarchive's.
  Error error() const;

 private:
  static la_ssize_t give_bytes(archive* reader, void* self, const void** buffer);
  static la_int64_t move_to(archive* reader, void* self, la_int64_t offset, int whence);

  ByteStream& source_;
  const ExpansionLimit limit_;
  archive* archive_;
  std::vector<char> buffer_;
  std::uint64_t position_ = 0;
  std::uint64_t taken_ = 0;
  std::uint64_t produced_ = 0;
  std::unique_ptr<Error> source_failed_;
};

}  // namespace rapporteur
