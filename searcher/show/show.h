// SPDX-License-Identifier: GPL-2.0-or-later
//
// One record by its id: itself, its group, its history. See Searcher for what they answer. All may
// throw Xapian::Error.
#pragma once

#include <rapporteur/result.h>
#include <rapporteur/searcher.h>

#include <string>
#include <vector>

#include "searcher/index/reader.h"

namespace rapporteur {

Result<std::string> show_record(const IndexView& view, const std::string& id);
Result<std::vector<GroupMember>> show_group(const IndexView& view, const std::string& id);
Result<std::vector<RecordState>> show_history(const IndexView& view, const std::string& id);

}  // namespace rapporteur
