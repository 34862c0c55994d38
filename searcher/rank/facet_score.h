// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the facets that a question names add to a record's score.
#pragma once

#include <string>
#include <vector>

#include "searcher/index/columns.h"
#include "searcher/rank/doc_set.h"

namespace rapporteur {

// A facet value (or date) of the question, as it bears on the ranking.
struct FacetSignal {
  enum class Role {
    kFilter,   // every match has it: only how much the record is about it counts
    kBoost,    // lifts the records that have it above all others
    kTopic,    // a theme or mandate that the words name: counts like a good word
    kShared,   // the record that others are to be like has it: the same
    kMention,  // one of the things that a long question names, whose words count as well
  };
  Role role = Role::kFilter;
  std::string label;  // "country CHN"
  DocSet records;     // that have it
  // Of a country, or a region: the numbers in the column, so that salience can be looked up.
  std::vector<FacetColumn::ValueNumber> countries;
};

// Scores of facets; the constants were chosen on the development sets (benchmarks/recall).
class FacetScorer {
 public:
  FacetScorer(const Columns& columns, std::vector<FacetSignal> signals);

  // The sum over all signals.
  double score(Xapian::docid docid) const;
  // What one signal adds; they sum up to score().
  double score(const FacetSignal& signal, Xapian::docid docid) const;

  const std::vector<FacetSignal>& signals() const { return signals_; }

 private:
  const Columns& columns_;
  std::vector<FacetSignal> signals_;
  std::vector<double> word_weights_;  // by signal
};

}  // namespace rapporteur
