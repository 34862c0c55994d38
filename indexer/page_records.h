// SPDX-License-Identifier: GPL-2.0-or-later
//
// The pieces of a page as records.
#pragma once

#include <vector>

#include "common/record/record.h"
#include "indexer/extract/page.h"
#include "indexer/split/piece.h"

namespace rapporteur {

// One record for each of parts.pieces, in their order, with id, url, source, offset, kind, title
// and text; the rest is still missing. A piece with a link of its own is known by it. The only
// publication of a page with a URL (where it was fetched, else the canonical one) is known by that;
// where there are several, or no URL, by the address or else the source, and the piece's ordinal.
std::vector<Record> page_records(const Page& page, const SplitPage& parts);

}  // namespace rapporteur
