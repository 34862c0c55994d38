// SPDX-License-Identifier: GPL-2.0-or-later
//
// Completing what a user types.
#pragma once

#include <rapporteur/searcher.h>

#include <string>
#include <vector>

#include "searcher/index/reader.h"
#include "searcher/query/names.h"

namespace rapporteur {

// Names of facet values the index has records for, then words of the index that go on as `prefix`
// does; most records first within each. `prefix` is valid UTF-8; its last word is completed, the
// words before it stay.
std::vector<Suggestion> suggest(const IndexView& view, const QuestionNames& names,
                                const std::string& prefix, std::size_t limit);

}  // namespace rapporteur
