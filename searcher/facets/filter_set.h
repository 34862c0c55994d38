// SPDX-License-Identifier: GPL-2.0-or-later
//
// All filters of one search, kept apart by facet, so that a facet can be counted without its own
// selection.
#pragma once

#include <rapporteur/question.h>

#include <optional>
#include <utility>
#include <vector>

#include "searcher/rank/doc_set.h"

namespace rapporteur {

class FilterSet {
 public:
  explicit FilterSet(const DocSet& all) : allowed_(all) {}

  // Only `records` may match; a choice of values of `field` (a date is a choice of years). Choices
  // of the same field that come from different places (options, words) all hold.
  void require(FacetField field, DocSet records) {
    choices_.emplace_back(field, std::move(records));
  }

  // Only `records` may match, whatever is counted: a choice that belongs to no facet.
  void require(const DocSet& records) { allowed_ &= records; }

  // `records` never match, whatever is counted.
  void exclude(const DocSet& records) { allowed_ -= records; }

  // The records that pass; without the choices of `ignored`.
  DocSet passing(std::optional<FacetField> ignored = std::nullopt) const {
    DocSet passing = allowed_;
    for (const auto& [field, records] : choices_) {
      if (field != ignored) passing &= records;
    }
    return passing;
  }

  bool chooses(FacetField field) const {
    for (const auto& choice : choices_) {
      if (choice.first == field) return true;
    }
    return false;
  }

 private:
  DocSet allowed_;
  std::vector<std::pair<FacetField, DocSet>> choices_;
};

}  // namespace rapporteur
