// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/byte_stream.h"

#include <algorithm>

namespace rapporteur {

Result<void> ByteStream::seek(std::uint64_t) {
  return Error{ErrorCode::kIo, "can only be read forward"};
}

Result<std::size_t> MemoryStream::read(char* buffer, std::size_t size) {
  const std::size_t got = bytes_.copy(buffer, size, next_);
  next_ += got;
  return got;
}

Result<void> MemoryStream::seek(std::uint64_t position) {
  next_ = static_cast<std::size_t>(std::min<std::uint64_t>(position, bytes_.size()));
  return {};
}

}  // namespace rapporteur
