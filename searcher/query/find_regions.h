// SPDX-License-Identifier: GPL-2.0-or-later
//
// Regions in questions: "Central America", "EU", "the Sahel".
#pragma once

#include <vector>

#include "common/vocabulary/phrase_matcher.h"
#include "common/vocabulary/regions.h"
#include "searcher/query/ambiguous_words.h"
#include "searcher/query/named_value.h"

namespace rapporteur {

// Immutable; any thread.
class RegionFinder {
 public:
  explicit RegionFinder(Regions regions);

  // Appends the regions, as countries with members. A longer name of something else that is in
  // `found` already ("Central African Republic") covers them, and they cover shorter ones. Words
  // that `decisions` take for something else are none.
  void find(const QuestionTokens& question, const std::vector<WordDecision>& decisions,
            std::vector<NamedValue>& found) const;

  const Regions& regions() const { return regions_; }

 private:
  Regions regions_;
  PhraseMatcher matcher_;  // entry: index into regions_.all()
};

}  // namespace rapporteur
