// SPDX-License-Identifier: GPL-2.0-or-later
//
// Themes and special-procedure mandates in questions, by their wordings in every language of the
// tables.
#pragma once

#include <vector>

#include "common/vocabulary/mandates.h"
#include "common/vocabulary/themes.h"
#include "searcher/query/named_value.h"

namespace rapporteur {

// Appends the themes that `question` names by a wording of their own.
void find_themes(const Themes& themes, const QuestionTokens& question,
                 std::vector<NamedValue>& found);

// Appends the mandates whose holder `question` names: "special rapporteur on torture". The range
// covers the topic.
void find_mandates(const Mandates& mandates, const std::vector<std::string>& languages,
                   const QuestionTokens& question, std::vector<NamedValue>& found);

}  // namespace rapporteur
