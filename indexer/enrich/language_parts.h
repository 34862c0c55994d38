// SPDX-License-Identifier: GPL-2.0-or-later
//
// Publications in several languages, one after the other: "English below", a statement and its
// translation on one page.
#pragma once

#include "indexer/split/piece.h"

namespace rapporteur {

// Cuts each publication whose text changes its language between paragraphs into one a language, in
// their order. Each language must hold a fair part of the text and come once: a quotation, or
// paragraphs in turns, leave it whole; so do teasers. A later part has its first line as the title
// if that is one, else the title of the whole, and Piece::continues; all keep the day and the byte
// range of the whole, and the last has the signatories.
SplitPage cut_by_language(SplitPage parts);

}  // namespace rapporteur
