// SPDX-License-Identifier: GPL-2.0-or-later
//
// The names that questions hold: countries, bodies, sessions, mandates, themes and languages,
// matched in any letter case and in all the languages of the vocabularies at once.
#pragma once

#include <rapporteur/question.h>
#include <rapporteur/result.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/named_value.h"

namespace rapporteur {

// The vocabularies as questions need them. Immutable, expensive to make, any thread.
class QuestionNames {
 public:
  static Result<QuestionNames> load();

  // The names in `text`: of the same field the longest, of different fields those that overlap as
  // well.
  std::vector<NamedValue> find(std::string_view text) const;

  // The indexed value of what a user selects: "china", "CN" and "CHN" are CHN. nullopt if nothing
  // is known by that name; sessions, languages, kinds and years are taken as they come.
  std::optional<std::string> resolve(FacetField field, std::string_view value) const;

  // The English name of a value for people; empty if it has none but itself.
  std::string label(FacetField field, std::string_view value) const;

  QuestionNames(QuestionNames&&) noexcept;
  QuestionNames& operator=(QuestionNames&&) noexcept;
  ~QuestionNames();

 private:
  struct State;
  explicit QuestionNames(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
