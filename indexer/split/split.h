// SPDX-License-Identifier: GPL-2.0-or-later
//
// A page -> its publications. Scraped pages mix teasers, captions, one to three articles and the
// site's own footer; what belongs to no publication is dropped with a reason.
#pragma once

#include "indexer/extract/page.h"
#include "indexer/split/piece.h"
#include "indexer/split/site_repeats.h"

namespace rapporteur {

// Splits `page`. Blocks are judged by their shape and place (length, final punctuation, blank lines
// around them, likeness to their neighbours, day lines) and by whether `repeats` has seen them on
// other pages of the site, never by a site's own words. An empty `repeats` is allowed: everything
// but prose that only repetition gives away is then still recognised. Doubtful text stays in the
// article it stands in.
//
// Every block of the page is in exactly one piece or in `dropped`, except that day lines become
// Piece::day_line. Piece::offset runs from the first byte of the piece's day line or title to the
// last byte of its text. Never fails; linear in the page's size; any thread.
SplitPage split(const Page& page, const SiteRepeats& repeats);

}  // namespace rapporteur
