// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/tool/hits_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdio>

namespace rapporteur {

struct HitsHash::State {
  XXH3_state_t xxh;
};

HitsHash::HitsHash() : state_(std::make_unique<State>()) {
  XXH3_128bits_reset(&state_->xxh);
}

HitsHash::~HitsHash() = default;

void HitsHash::add(const std::string& id) {
  XXH3_128bits_update(&state_->xxh, id.data(), id.size());
  XXH3_128bits_update(&state_->xxh, "\n", 1);
  ++count_;
}

std::string HitsHash::hex() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(&state_->xxh);
  char digits[40];
  std::snprintf(digits, sizeof digits, "%016llx%016llx",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return digits;
}

}  // namespace rapporteur
