// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the recognised facets of a question do: filter where that leaves something to find, lift
// records otherwise.
#pragma once

#include <rapporteur/answer.h>
#include <rapporteur/result.h>

#include <string>
#include <vector>

#include "searcher/facets/filter_set.h"
#include "searcher/query/names.h"
#include "searcher/query/understand.h"
#include "searcher/rank/facet_score.h"

namespace rapporteur {

// Turns the options' selections and those of the question's fields into filters. kInvalidInput for
// an option's value that nothing knows; in the question it is only noticed.
Result<void> apply_selections(const Question& question, const std::vector<FacetSelection>& typed,
                              const Columns& columns, const QuestionNames& names,
                              FilterSet& filters, std::vector<std::string>& notices);

struct InterpretationOutcome {
  std::vector<Interpretation> interpretations;
  std::vector<FacetSignal> signals;  // one for each interpretation, in that order

  // Of `passing` (all filters applied): the records that satisfy what was recognised, themes aside;
  // none if nothing was.
  DocSet tail_candidates(const DocSet& passing) const;
};

// Decides for each facet that was recognised, in the order of the question, whether it filters: it
// does where some record that passes the filters so far and `matches` the words satisfies it.
// Values of one facet are alternatives. `records`: of each recognised, see records_of().
InterpretationOutcome apply_interpretation(const std::vector<Recognised>& recognised,
                                           std::vector<DocSet> records, const std::string& typed,
                                           const Columns& columns, const DocSet& matches,
                                           FilterSet& filters, std::vector<std::string>& notices);

}  // namespace rapporteur
