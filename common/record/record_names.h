// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words that stand for a record's enumerated values in JSON.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "common/record/record.h"

namespace rapporteur {

inline constexpr std::array<std::string_view, 9> kRecordKinds = {
    "article",  "teaser", "statement", "letter", "resolution",
    "decision", "report", "speech",    "other"};

// By the enumerator's number.
inline constexpr std::array<std::string_view, 4> kDatePrecisions = {"day", "month", "year",
                                                                    "range"};
inline constexpr std::array<std::string_view, 3> kDateMethods = {"metadata", "printed", "inferred"};

inline std::string_view name_of(DatePrecision precision) {
  return kDatePrecisions[static_cast<std::size_t>(precision)];
}
inline std::string_view name_of(DateMethod method) {
  return kDateMethods[static_cast<std::size_t>(method)];
}

// The index of `name` in `names`, if it is there.
template <std::size_t kSize>
std::optional<std::size_t> find_name(const std::array<std::string_view, kSize>& names,
                                     std::string_view name) {
  for (std::size_t i = 0; i < kSize; ++i) {
    if (names[i] == name) return i;
  }
  return std::nullopt;
}

}  // namespace rapporteur
