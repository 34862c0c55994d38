// SPDX-License-Identifier: GPL-2.0-or-later
//
// Facet values that follow a pattern instead of standing in a vocabulary: sessions, languages,
// kinds and years, as a user may write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/vocabulary/bodies.h"

namespace rapporteur {

// Each gives the value as indexed, or nothing if `typed` can be none. Case does not matter.

// "hrc-38", "HRC 38" and "HRC-S28": a body with numbered sessions, and a number.
std::optional<std::string> session_value(const Bodies& bodies, std::string_view typed);
// An ISO 639 code that ICU knows, or its English name: "fr", "French".
std::optional<std::string> language_value(std::string_view typed);
// One of a record's kinds.
std::optional<std::string> kind_value(std::string_view typed);
// 1 to 9999, or "undated".
std::optional<std::string> year_value(std::string_view typed);

}  // namespace rapporteur
