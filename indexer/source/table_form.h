// SPDX-License-Identifier: GPL-2.0-or-later
//
// Telling a table (comma, semicolon or tab separated, with a header) from a text that has commas.
#pragma once

#include <optional>
#include <string_view>

namespace rapporteur {

// What separates the columns of a source that starts with `head`; nullopt if it is no table. A
// table's header names two columns at least, each once and in few words, one of them like a member
// of a record or a usual name for one ("body", "link"), and the rows in `head` have as many cells:
// nearly all of them, or half if two columns are called so.
std::optional<char> table_separator(std::string_view head);

}  // namespace rapporteur
