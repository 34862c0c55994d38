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

}  // namespace

std::vector<Recognised> understand(std::string_view text, const std::vector<TextRange>& free,
                                   const QuestionNames& names, CivilDate today) {
  const std::string readable = only(text, free);
  std::vector<Recognised> recognised;
  for (NamedValue& name : names.find(readable)) {
    Recognised& one = recognised.emplace_back();
    one.field = name.field;
    one.value = std::move(name.value);
    one.range = name.range;
    one.keeps_words = name.field == FacetField::kTheme || name.field == FacetField::kMandate;
  }
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
  }
  std::stable_sort(
      recognised.begin(), recognised.end(),
      [](const Recognised& a, const Recognised& b) { return a.range.begin < b.range.begin; });
  return recognised;
}

std::string remaining_words(std::string_view text, const std::vector<TextRange>& free,
                            const std::vector<Recognised>& recognised) {
  std::string remaining = only(text, free);
  for (const Recognised& one : recognised) {
    if (one.keeps_words) continue;
    std::fill(remaining.begin() + static_cast<std::ptrdiff_t>(one.range.begin),
              remaining.begin() + static_cast<std::ptrdiff_t>(one.range.end), ' ');
  }
  return remaining;
}

}  // namespace rapporteur
