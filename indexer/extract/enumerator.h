// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers and signs in front of paragraphs and list items.
#pragma once

#include <string_view>

namespace rapporteur {

// A line that is nothing else: "12.", "(a)", "IV.", "130.5", "•".
bool is_enumerator(std::string_view line);

// A line that starts so, with text behind it.
bool starts_item(std::string_view line);

}  // namespace rapporteur
