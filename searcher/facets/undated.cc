// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets/undated.h"

#include "searcher/facets/filter.h"

namespace rapporteur {

void notice_undated(const Columns& columns, const FilterSet& filters, const DocSet& words,
                    const DocSet& matches, SortOrder sort, std::vector<std::string>& notices) {
  if (filters.chooses(FacetField::kYear)) {
    DocSet left_out = filters.passing(FacetField::kYear);
    left_out &= words;
    left_out -= matches;
    if (const std::size_t undated = count_undated(columns, left_out); undated > 0) {
      notices.push_back(std::to_string(undated) + (undated == 1 ? " record" : " records") +
                        " without a date would match but for the date");
    }
  }
  if (sort == SortOrder::kRelevance) return;
  if (const std::size_t undated = count_undated(columns, matches); undated > 0) {
    notices.push_back(std::to_string(undated) + " of " + std::to_string(matches.count()) +
                      " matches have no date and come last");
  }
}

}  // namespace rapporteur
