// SPDX-License-Identifier: GPL-2.0-or-later
//
// English names for facet values.
#pragma once

#include <rapporteur/answer.h>

#include "searcher/query/names.h"

namespace rapporteur {

inline void add_labels(const QuestionNames& names, FacetCounts& counts) {
  for (FacetCount& count : counts.values) count.label = names.label(counts.field, count.value);
}

}  // namespace rapporteur
