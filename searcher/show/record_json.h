// SPDX-License-Identifier: GPL-2.0-or-later
//
// A record as the index holds it.
#pragma once

#include <rapporteur/result.h>
#include <xapian.h>

#include <string>
#include <string_view>

#include "searcher/index/columns.h"

namespace rapporteur {

// `data`, as stored for `docid`, as one line of JSON. `duplicate_of` is the representative of the
// record's group, which only the index knows. kCorrupt if the checksum is wrong.
Result<std::string> record_json(const Columns& columns, Xapian::docid docid, std::string_view data);

}  // namespace rapporteur
