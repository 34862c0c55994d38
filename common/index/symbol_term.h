// SPDX-License-Identifier: GPL-2.0-or-later
//
// The term of a United Nations document symbol that a record names, beside the terms of schema.h.
#pragma once

#include <string>
#include <string_view>

#include "common/index/schema.h"

namespace rapporteur {

inline constexpr std::string_view kSymbolPrefix = "XU";

// `symbol` as printed ("A/HRC/RES/36/21"); empty, and so no term, for one that is too long to be
// any. Any thread.
inline std::string symbol_term(std::string_view symbol) {
  if (symbol.empty() || symbol.size() > schema::kMaxTermBytes) return {};
  return std::string(kSymbolPrefix) + std::string(symbol);
}

}  // namespace rapporteur
