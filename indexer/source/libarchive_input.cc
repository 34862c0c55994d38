// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/libarchive_input.h"

#include <algorithm>
#include <cstdio>
#include <new>

#include "common/text/utf8.h"

namespace rapporteur {

LibarchiveInput::LibarchiveInput(ByteStream& source, const ExpansionLimit& limit)
    : source_(source), limit_(limit), archive_(archive_read_new()), buffer_(128 * 1024) {
  if (archive_ == nullptr) throw std::bad_alloc();
}

LibarchiveInput::~LibarchiveInput() {
  archive_read_free(archive_);
}

Result<void> LibarchiveInput::open() {
  archive_read_set_callback_data(archive_, this);
  archive_read_set_read_callback(archive_, give_bytes);
  if (source_.size()) archive_read_set_seek_callback(archive_, move_to);
  if (archive_read_open1(archive_) < ARCHIVE_WARN) return error();
  return {};
}

Result<std::size_t> LibarchiveInput::read(char* buffer, std::size_t size) {
  for (;;) {
    const la_ssize_t got = archive_read_data(archive_, buffer, size);
    if (got == ARCHIVE_RETRY) continue;
    if (got < 0) return error();
    produced_ += static_cast<std::uint64_t>(got);
    if (auto likely = check(); !likely) return likely.error();
    return static_cast<std::size_t>(got);
  }
}

Error LibarchiveInput::error() const {
  if (source_failed_ != nullptr) return *source_failed_;
  const char* why = archive_error_string(archive_);
  return {
      ErrorCode::kCorrupt,
      "cannot be unpacked: " + (why != nullptr ? clean_utf8(why) : std::string("it is broken"))};
}

la_ssize_t LibarchiveInput::give_bytes(archive*, void* self, const void** buffer) {
  auto& input = *static_cast<LibarchiveInput*>(self);
  auto got = input.source_.read(input.buffer_.data(), input.buffer_.size());
  if (!got) {
    input.source_failed_ = std::make_unique<Error>(got.error());
    return ARCHIVE_FATAL;
  }
  *buffer = input.buffer_.data();
  input.position_ += *got;
  // What is read again does not count again.
  input.taken_ = std::max(input.taken_, input.position_);
  return static_cast<la_ssize_t>(*got);
}

la_int64_t LibarchiveInput::move_to(archive*, void* self, la_int64_t offset, int whence) {
  auto& input = *static_cast<LibarchiveInput*>(self);
  const auto size = static_cast<la_int64_t>(input.source_.size().value_or(0));
  const la_int64_t base = whence == SEEK_SET   ? 0
                          : whence == SEEK_CUR ? static_cast<la_int64_t>(input.position_)
                                               : size;
  if (offset < -base) return ARCHIVE_FATAL;
  const auto position = static_cast<std::uint64_t>(std::min(base + offset, size));
  if (!input.source_.seek(position)) return ARCHIVE_FATAL;
  input.position_ = position;
  return static_cast<la_int64_t>(position);
}

}  // namespace rapporteur
