// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/peek_stream.h"

#include <algorithm>

namespace rapporteur {

Result<std::string_view> PeekStream::peek(std::size_t size) {
  constexpr std::size_t kStep = 128 * 1024;
  if (begin_ > 0 && buffer_.size() - begin_ < size) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  while (buffer_.size() - begin_ < size) {
    if (failed_) return *failed_;
    const std::size_t have = buffer_.size();
    // No more than doubles: who claims a size does not get the memory before the bytes are there.
    buffer_.resize(have + std::max(kStep, std::min(have, size - (have - begin_))));
    auto got = source_->read(buffer_.data() + have, buffer_.size() - have);
    buffer_.resize(have + (got ? *got : 0));
    if (!got) failed_ = got.error();
    if (got && *got == 0) break;
  }
  return ahead().substr(0, size);
}

void PeekStream::consume(std::size_t size) {
  begin_ += size;
  position_ += size;
  if (begin_ < buffer_.size()) return;
  constexpr std::size_t kKept = std::size_t{1} << 20;
  begin_ = 0;
  buffer_.clear();
  if (buffer_.capacity() > kKept) buffer_ = std::string();
}

Result<std::size_t> PeekStream::read(char* buffer, std::size_t size) {
  if (begin_ < buffer_.size()) {
    const std::size_t got = ahead().copy(buffer, size);
    consume(got);
    return got;
  }
  if (failed_) return *failed_;
  auto got = source_->read(buffer, size);
  if (got) position_ += *got;
  return got;
}

bool PeekStream::skip_damage() {
  consume(ahead().size());
  if (!source_->skip_damage()) return false;
  failed_.reset();
  return true;
}

Result<void> PeekStream::seek(std::uint64_t position) {
  if (auto moved = source_->seek(position); !moved) return moved;
  buffer_.clear();
  begin_ = 0;
  position_ = position;
  failed_.reset();
  return {};
}

}  // namespace rapporteur
