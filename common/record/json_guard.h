// SPDX-License-Identifier: GPL-2.0-or-later
//
// What must be known about a line before a JSON parser sees it: parsers recurse on nesting, search
// an object's members one by one, and throw at half characters.
#pragma once

#include <rapporteur/result.h>

#include <string>
#include <string_view>

namespace rapporteur {

inline constexpr int kMaxJsonDepth = 200;
inline constexpr int kMaxJsonMembers = 4096;  // of one object

// kInvalidInput if `json` is nested deeper than kMaxJsonDepth or has an object with more than
// kMaxJsonMembers members. Says nothing about whether it is JSON.
Result<void> check_json_shape(std::string_view json);

// `json` with each \uD800..\uDFFF escape that is not half of a pair replaced by \uFFFD, as scrapers
// write them for bytes that they could not decode. Same length.
std::string mend_surrogates(std::string_view json);

}  // namespace rapporteur
