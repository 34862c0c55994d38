// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where one text has other words than another in the same place, and whether they tell other facts:
// how a template that is used again differs from a copy.
#pragma once

#include <utility>
#include <vector>

#include "indexer/group/compare.h"
#include "indexer/group/shingles.h"

namespace rapporteur {

// The runs of `a` that have a run of `b` in their place: the same words before or behind, or the
// same end of the text.
std::vector<std::pair<OwnRun, OwnRun>> replaced_runs(const ComparedText& a, const ComparedText& b,
                                                     const Overlap& overlap);

// Whether two runs hold other numbers or names.
bool facts_differ(const std::vector<ComparedText::Word>& a, OwnRun run_a,
                  const std::vector<ComparedText::Word>& b, OwnRun run_b);

// Less strict: other numbers, or each a name that the other has not.
bool facts_conflict(const std::vector<ComparedText::Word>& a, OwnRun run_a,
                    const std::vector<ComparedText::Word>& b, OwnRun run_b);

// Whether both hold years, and none in common.
bool years_conflict(const std::vector<ComparedText::Word>& a, OwnRun run_a,
                    const std::vector<ComparedText::Word>& b, OwnRun run_b);

}  // namespace rapporteur
