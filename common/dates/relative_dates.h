// SPDX-License-Identifier: GPL-2.0-or-later
//
// "last year", "this month", "in the last 5 years": times that a question counts from today. Part
// of the reader of dates.
#pragma once

#include <string_view>
#include <vector>

#include "common/dates/date_text.h"

namespace rapporteur {

// Appends them to `dates`. `today` is a valid day; "the last 5 years" end on it.
void find_relative_dates(std::string_view text, const Tokens& tokens, CivilDate today,
                         std::vector<QuestionDate>& dates);

}  // namespace rapporteur
