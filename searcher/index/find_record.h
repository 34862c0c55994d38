// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <rapporteur/result.h>
#include <xapian.h>

#include <string>

#include "searcher/index/reader.h"

namespace rapporteur {

// The record with that id; kNotFound, naming the id, if there is none.
Result<Xapian::docid> find_record(const IndexView& view, const std::string& id);

}  // namespace rapporteur
