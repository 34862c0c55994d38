// SPDX-License-Identifier: GPL-2.0-or-later
//
// The record's JSON form: the contract of `extract` and `add`.
#pragma once

#include <rapporteur/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/record/record.h"

namespace rapporteur {

// One JSON object on one line without a newline. Ill-formed UTF-8 is replaced, never thrown at.
// Missing members are left out; given "none" members are null or [].
std::string to_json_line(const Record& record);

// A record that was read, and what was noted about it ("date \"soon\" cannot be read").
struct ReadRecord {
  Record record;
  std::vector<std::string> notes;
};

// Reads one JSON object. kInvalidInput names the member and what it should have been: no JSON,
// nested too deep, a wrong type, a missing `text`, an id with white space. `countries` given as
// names are resolved later (enrich): here they are kept as written.
Result<ReadRecord> from_json_line(std::string_view line);

}  // namespace rapporteur
