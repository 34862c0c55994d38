// SPDX-License-Identifier: GPL-2.0-or-later
//
// From facet values and dates to the records that have them.
#pragma once

#include <rapporteur/date_interval.h>
#include <rapporteur/question.h>

#include <string_view>

#include "searcher/index/columns.h"
#include "searcher/rank/doc_set.h"

namespace rapporteur {

// The records whose `field` has `value` (as indexed: code, id, year; "undated" for the year).
DocSet records_with_value(const Columns& columns, FacetField field, std::string_view value);

// The records whose date interval overlaps `dates`; undated ones do not.
DocSet records_dated_within(const Columns& columns, const DateInterval& dates);

// Records without a date among `records`.
std::size_t count_undated(const Columns& columns, const DocSet& records);

}  // namespace rapporteur
