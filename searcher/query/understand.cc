// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/understand.h"

#include <algorithm>

#include "common/dates/date_text.h"

namespace rapporteur {

namespace {

bool overlap(const TextRange& a, const TextRange& b) {
  return a.begin < b.end && b.begin < a.end;
}

// Everything outside of `ranges` becomes blanks; byte positions stay.
std::string only(std::string_view text, const std::vector<TextRange>& ranges) {
  std::string kept(text.size(), ' ');
  for (const TextRange& range : ranges) {
    std::copy(text.begin() + static_cast<std::ptrdiff_t>(range.begin),
              text.begin() + static_cast<std::ptrdiff_t>(range.end),
              kept.begin() + static_cast<std::ptrdiff_t>(range.begin));
  }
  return kept;
}

void blank(std::string& text, const TextRange& range) {
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(range.begin),
            text.begin() + static_cast<std::ptrdiff_t>(range.end), ' ');
}

// "Mali and the rest of the Sahel" is about Mali; "EU sanctions on Belarus" is about Belarus.
bool is_narrowed(const NamedValue& region, const std::vector<NamedValue>& found) {
  return std::any_of(found.begin(), found.end(), [&](const NamedValue& other) {
    if (other.field != FacetField::kCountry || other.is_symbol || !other.members.empty())
      return false;
    return region.is_organisation ||
           std::binary_search(region.members.begin(), region.members.end(), other.value);
  });
}

}  // namespace

Understanding understand(std::string_view text, const std::vector<TextRange>& free,
                         const QuestionNames& names, CivilDate today) {
  std::string readable = only(text, free);
  QuestionNames::Found found = names.read(readable);
  Understanding understanding;
  std::vector<Recognised>& recognised = understanding.recognised;
  understanding.choices = std::move(found.choices);
  for (const NamedValue& name : found.values) {
    Recognised& one = recognised.emplace_back();
    one.field = name.field;
    one.range = name.range;
    one.is_symbol = name.is_symbol;
    one.lifts_only =
        !name.is_symbol && (name.field == FacetField::kTheme || name.field == FacetField::kMandate);
    if (!name.members.empty()) one.lifts_only = is_narrowed(name, found.values);
    one.keeps_words = one.lifts_only || name.is_place;
    one.value = name.value;
    one.members = name.members;
  }
  for (const TextRange& range : found.no_months) blank(readable, range);
  for (const QuestionDate& date : find_question_dates(readable, today)) {
    const TextRange range{date.begin, date.end};
    // "HRC 40" and "Resolution 2018/1" are names, whatever their numbers look like.
    const bool in_name = std::any_of(
        recognised.begin(), recognised.end(),
        [&](const Recognised& one) { return !one.keeps_words && overlap(one.range, range); });
    if (in_name) continue;
    Recognised& one = recognised.emplace_back();
    one.is_date = true;
    one.dates = date.interval;
    one.range = range;
    for (const TextRange& month : found.months) {
      if (!overlap(month, range)) continue;
      understanding.choices.push_back(
          {std::string(text.substr(month.begin, month.end - month.begin)),
           {{"month", "", ""}},
           {{"word", "", ""}}});
    }
  }
  std::stable_sort(
      recognised.begin(), recognised.end(),
      [](const Recognised& a, const Recognised& b) { return a.range.begin < b.range.begin; });
  return understanding;
}

std::string remaining_words(std::string_view text, const std::vector<TextRange>& free,
                            const std::vector<Recognised>& recognised) {
  std::string remaining = only(text, free);
  for (const Recognised& one : recognised) {
    if (one.keeps_words) continue;
    blank(remaining, one.range);
  }
  return remaining;
}

std::vector<Recognised> without_repeats(const std::vector<Recognised>& recognised) {
  std::vector<Recognised> kept;
  for (const Recognised& one : recognised) {
    const bool is_repeat = std::any_of(kept.begin(), kept.end(), [&](const Recognised& before) {
      if (one.is_date || before.is_date) {
        return one.is_date && before.is_date && one.dates == before.dates;
      }
      return one.field == before.field && one.value == before.value &&
             one.is_symbol == before.is_symbol && one.lifts_only == before.lifts_only;
    });
    if (!is_repeat) kept.push_back(one);
  }
  return kept;
}

}  // namespace rapporteur
