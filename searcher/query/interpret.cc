// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/interpret.h"

#include <algorithm>
#include <map>
#include <optional>

#include "common/text/printable.h"
#include "common/text/utf8.h"
#include "searcher/facets/fields.h"
#include "searcher/facets/filter.h"

namespace rapporteur {

namespace {

void add_to(std::optional<DocSet>& set, DocSet records) {
  if (set) {
    *set |= records;
  } else {
    set = std::move(records);
  }
}

// A date of the question is a choice of years, as far as facets go; a symbol is of no facet.
std::optional<FacetField> field_of(const Recognised& one) {
  if (one.is_symbol) return std::nullopt;
  return one.is_date ? FacetField::kYear : one.field;
}

bool is_indexed(const Columns& columns, const FacetSelection& selection) {
  return selection.field != FacetField::kYear &&
         columns.facet(column_of(selection.field)).number_of(selection.value) !=
             FacetColumn::kNoValue;
}

std::string describe(const Recognised& one) {
  if (one.is_symbol) return "symbol " + one.value;
  if (!one.members.empty()) return "region " + one.value;
  if (!one.is_date) return std::string(facet_field_name(one.field)) + " " + one.value;
  if (one.dates.from == one.dates.to) return "date " + to_iso(one.dates.from);
  return "date " + to_iso(one.dates.from) + " to " + to_iso(one.dates.to);
}

}  // namespace

Result<void> apply_selections(const Question& question, const std::vector<FacetSelection>& typed,
                              const Columns& columns, const QuestionNames& names,
                              FilterSet& filters, std::vector<std::string>& notices) {
  std::map<FacetField, std::optional<DocSet>> chosen_by_option;
  std::map<FacetField, std::optional<DocSet>> chosen_in_words;
  const auto apply = [&](const FacetSelection& selection, auto& chosen) {
    if (!is_field(selection.field)) return false;
    std::vector<std::string> values = names.resolve(selection.field, selection.value);
    // What the index holds counts whether it is known or not.
    if (values.empty() && is_indexed(columns, selection)) values = {selection.value};
    if (values.empty()) return false;
    DocSet records(columns.size());
    for (const std::string& value : values)
      records |= records_with_value(columns, selection.field, value);
    if (selection.exclude) {
      filters.exclude(records);
    } else {
      add_to(chosen[selection.field], std::move(records));
    }
    return true;
  };
  for (const FacetSelection& selection : question.selections) {
    if (apply(selection, chosen_by_option)) continue;
    return Error{ErrorCode::kInvalidInput,
                 "nothing is known as " + std::string(facet_field_name(selection.field)) + " " +
                     quoted(selection.value) +
                     "; give a value as the facets of an answer have it, or a name"};
  }
  for (const FacetSelection& selection : typed) {
    if (apply(selection, chosen_in_words)) continue;
    notices.push_back(
        quoted(std::string(facet_field_name(selection.field)) + ":" + selection.value) +
        " was ignored: nothing is known by that name");
  }
  for (const auto& [field, records] : chosen_by_option) filters.require(field, *records);
  for (const auto& [field, records] : chosen_in_words) filters.require(field, *records);
  if (question.dates) {
    if (!is_valid(question.dates->from) || !is_valid(question.dates->to) ||
        question.dates->to < question.dates->from) {
      return Error{ErrorCode::kInvalidInput,
                   "the dates asked for are no interval of days; give the earlier day first"};
    }
    filters.require(FacetField::kYear, records_dated_within(columns, *question.dates));
  }
  return {};
}

DocSet InterpretationOutcome::tail_candidates(const DocSet& passing) const {
  bool any_filter = false;
  std::optional<DocSet> boosted;
  for (const FacetSignal& signal : signals) {
    any_filter = any_filter || signal.role == FacetSignal::Role::kFilter;
    if (signal.role == FacetSignal::Role::kBoost) add_to(boosted, signal.records);
  }
  if (any_filter) return passing;
  if (!boosted) return DocSet(passing.size());
  *boosted &= passing;
  return *boosted;
}

InterpretationOutcome apply_interpretation(const std::vector<Recognised>& recognised,
                                           std::vector<DocSet> records, const std::string& typed,
                                           const Columns& columns, const DocSet& matches,
                                           FilterSet& filters, std::vector<std::string>& notices) {
  InterpretationOutcome outcome;
  // In the order of the question.
  std::vector<std::pair<std::optional<FacetField>, std::optional<DocSet>>> groups;
  for (std::size_t i = 0; i < recognised.size(); ++i) {
    const Recognised& one = recognised[i];
    FacetSignal signal;
    signal.records = std::move(records[i]);
    signal.label = describe(one);
    signal.role = one.in_passing ? FacetSignal::Role::kMention : FacetSignal::Role::kTopic;
    if (!one.is_date && !one.is_symbol && column_of(one.field) == schema::Facet::kCountry) {
      const FacetColumn& countries = columns.facet(schema::Facet::kCountry);
      const std::vector<std::string> self = {one.value};
      for (const std::string& code : one.members.empty() ? self : one.members) {
        const FacetColumn::ValueNumber number = countries.number_of(code);
        if (number != FacetColumn::kNoValue) signal.countries.push_back(number);
      }
    }
    if (!one.lifts_only) {
      const std::optional<FacetField> field = field_of(one);
      auto group = std::find_if(groups.begin(), groups.end(),
                                [&](const auto& g) { return g.first == field; });
      if (group == groups.end()) group = groups.insert(groups.end(), {field, std::nullopt});
      add_to(group->second, signal.records);
    }
    Interpretation& interpretation = outcome.interpretations.emplace_back();
    interpretation.facet = one.is_date     ? "date"
                           : one.is_symbol ? "symbol"
                                           : facet_field_name(one.field);
    interpretation.value = one.value;
    interpretation.values = one.members;
    if (one.is_date) interpretation.dates = one.dates;
    interpretation.words = collapse_spaces(
        std::string_view(typed).substr(one.range.begin, one.range.end - one.range.begin));
    outcome.signals.push_back(std::move(signal));
  }
  // Where no record holds the words at all, the facets are what is left to go by.
  const bool any_words = matches.intersects(filters.passing());
  for (const auto& [field, chosen] : groups) {
    DocSet left = filters.passing();
    if (any_words) left &= matches;
    const bool filters_here = left.intersects(*chosen);
    if (filters_here) {
      field ? filters.require(*field, *chosen) : filters.require(*chosen);
    }
    for (std::size_t i = 0; i < recognised.size(); ++i) {
      if (recognised[i].lifts_only || field_of(recognised[i]) != field) continue;
      outcome.interpretations[i].filters = filters_here;
      outcome.signals[i].role =
          filters_here ? FacetSignal::Role::kFilter : FacetSignal::Role::kBoost;
      if (!filters_here) {
        notices.push_back(
            (any_words ? "no record with the other words has " : "no record that is left has ") +
            outcome.signals[i].label + " (\"" + outcome.interpretations[i].words +
            "\"); it only lifts records that have it");
      }
    }
  }
  return outcome;
}

}  // namespace rapporteur
