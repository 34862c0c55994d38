// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index holds, for `rapporteur stats`.
#pragma once

#include <rapporteur/searcher.h>

#include "searcher/index/reader.h"
#include "searcher/query/names.h"

namespace rapporteur {

IndexStatistics index_statistics(const IndexView& view, const QuestionNames& names);

}  // namespace rapporteur
