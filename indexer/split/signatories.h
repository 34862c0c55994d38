// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lists of those who signed a statement: many short lines without full stops.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/split/outline.h"

namespace rapporteur {

inline constexpr std::size_t kShortestList = 5;  // fewer lines are headings, captions, by-lines

// True if the blocks of these indices look like names of organisations or persons, a line each.
bool looks_like_names(const std::vector<BlockShape>& shapes, const std::vector<std::size_t>& lines);

// True if all but the last of `lines` are in the order of the alphabet and the last one breaks it.
bool breaks_order(const Page& page, const std::vector<std::size_t>& lines);

// Where in `draft.body` the list of signatories at its end begins; its size if there is none.
// Notes ("[1] ...") may stand behind the list.
std::size_t signatories_begin(const Outline& outline, const Draft& draft);

}  // namespace rapporteur
