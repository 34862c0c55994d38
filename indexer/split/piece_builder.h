// SPDX-License-Identifier: GPL-2.0-or-later
//
// A draft -> a Piece: its text put together, its kind told, its place in the source.
#pragma once

#include "indexer/split/outline.h"
#include "indexer/split/piece.h"

namespace rapporteur {

// Makes the piece of `draft`, whose leads are resolved. `usual`: blank lines between paragraphs of
// the page; lines that stand closer than that stay in one paragraph.
Piece build_piece(const Outline& outline, const Draft& draft, int usual);

}  // namespace rapporteur
