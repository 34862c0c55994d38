// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/content_hash.h"

#include <fcntl.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <vector>

namespace rapporteur {

std::optional<ContentHash> hash_file(const std::string& path, const std::atomic<bool>* stop) {
  constexpr std::size_t kStep = 256 * 1024;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  XXH3_state_t state;
  XXH3_INITSTATE(&state);
  XXH3_128bits_reset(&state);
  std::vector<char> buffer(kStep);
  ssize_t got = 0;
  while ((got = ::read(file, buffer.data(), buffer.size())) > 0) {
    XXH3_128bits_update(&state, buffer.data(), static_cast<std::size_t>(got));
    if (stop != nullptr && stop->load()) break;
  }
  ::close(file);
  if (got != 0) return std::nullopt;
  const XXH128_hash_t hash = XXH3_128bits_digest(&state);
  return ContentHash{hash.high64, hash.low64};
}

}  // namespace rapporteur
