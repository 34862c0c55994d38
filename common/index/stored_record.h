// SPDX-License-Identifier: GPL-2.0-or-later
//
// A record as document data: its JSON, compressed with zstd, behind an XXH64 checksum of the JSON,
// since Xapian's tables have none and a flipped bit must not go unseen.
#pragma once

#include <rapporteur/result.h>

#include <string>
#include <string_view>

#include "common/record/record.h"

namespace rapporteur {

// Document data for `record`. Any thread.
std::string store_record(const Record& record);

// The record in `data`. kCorrupt if the checksum or the form is wrong. Any thread.
Result<Record> load_record(std::string_view data);

// The record's JSON line as stored, without parsing it; kCorrupt as above.
Result<std::string> load_record_json(std::string_view data);

}  // namespace rapporteur
