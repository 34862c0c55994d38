// SPDX-License-Identifier: GPL-2.0-or-later
//
// How much may come out of compressed data before it is taken for a trap.
#pragma once

#include <rapporteur/result.h>

#include <cstdint>

namespace rapporteur {

// Real text compresses 3 to 20 times, and 100 times where it repeats itself.
struct ExpansionLimit {
  std::uint64_t ratio = 300;
  std::uint64_t free_bytes = 512ULL << 20;  // so much may come out of anything

  // kInvalidInput if `produced` bytes are beyond all likelihood for `taken` compressed ones.
  Result<void> check(std::uint64_t produced, std::uint64_t taken) const;

  // For what was inside of something compressed: a trap there must not use up what is allowed to
  // the whole.
  ExpansionLimit inside() const;
};

}  // namespace rapporteur
