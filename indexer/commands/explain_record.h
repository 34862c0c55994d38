// SPDX-License-Identifier: GPL-2.0-or-later
//
// What `extract --why ID` prints of a record.
#pragma once

#include <string>

#include "common/record/record.h"
#include "indexer/enrich/evidence.h"

namespace rapporteur {

// Lines for people: the record's head, then each date, country, body ... with the words that tell
// it, in their context. Scraped text in it is made safe for a terminal. A value without a place was
// given with the record.
std::string explain_record(const Record& record, const RecordEvidence& evidence);

}  // namespace rapporteur
