// SPDX-License-Identifier: GPL-2.0-or-later
//
// Symbols of United Nations documents in questions: "A/HRC/RES/36/21", in any letter case.
#pragma once

#include <vector>

#include "common/vocabulary/symbols.h"
#include "searcher/query/named_value.h"

namespace rapporteur {

// Appends the symbols that `text` holds, in capitals as records have them, and takes the names out
// of `found` that are parts of one.
void find_symbols(const Symbols& symbols, std::string_view text, std::vector<NamedValue>& found);

}  // namespace rapporteur
