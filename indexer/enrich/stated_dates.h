// SPDX-License-Identifier: GPL-2.0-or-later
//
// The date of a piece that needs no inference: claimed by the page or printed with its year.
#pragma once

#include <optional>

#include "common/record/record.h"
#include "indexer/enrich/date_evidence.h"
#include "indexer/extract/page.h"
#include "indexer/split/piece.h"

namespace rapporteur {

// What a page claims may speak for a piece of it.
struct PieceClaims {
  std::optional<RecordDate> head;  // the page's claim, if it is about this piece
  std::optional<RecordDate> url;   // from the piece's address
};

// The best of the claims and of what the piece prints, days before the page's capture only. Where
// a dateline is more than a month older than what the page's head says for machines, the page was
// filed anew, and the dateline is believed. A month from the address is the last resort and left to
// the caller.
std::optional<RecordDate> stated_date(const Page& page, const Piece& piece,
                                      const PieceEvidence& evidence, const PieceClaims& claims);

// A printed date with its year as a record's date.
std::optional<RecordDate> printed_date(const std::optional<StatedDate>& stated);

}  // namespace rapporteur
