// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/expansion.h"

#include <algorithm>
#include <string>

namespace rapporteur {

Result<void> ExpansionLimit::check(std::uint64_t produced, std::uint64_t taken) const {
  if (produced <= free_bytes || produced / ratio <= taken) return {};
  return Error{ErrorCode::kInvalidInput, "swells more than " + std::to_string(ratio) +
                                             " times; decompress it yourself if you trust it"};
}

ExpansionLimit ExpansionLimit::inside() const {
  constexpr std::uint64_t kLeast = 8ULL << 20;
  return {ratio, std::min(free_bytes, std::max(free_bytes / 8, kLeast))};
}

}  // namespace rapporteur
