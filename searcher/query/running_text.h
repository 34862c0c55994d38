// SPDX-License-Identifier: GPL-2.0-or-later
//
// A question of a few words names what is wanted; a paragraph that was pasted, or a long sentence,
// only speaks of it. The two are read differently.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/parse.h"
#include "searcher/query/understand.h"
#include "searcher/query/word_forms.h"

namespace rapporteur {

// The byte ranges of the words that stand by themselves: not in quotes, nor under an operator or a
// field.
std::vector<TextRange> free_ranges(const QueryNode& root);

// True if quotes and operators in the question are those of a text, and not meant for a search: so
// many other words stand beside them.
bool is_running_text(const ParsedQuestion& parsed, std::string_view typed, WordForms& forms);

// Where the question says much besides what was recognised, that was named in passing: its words
// stay words, and it does not filter. Document symbols are not taken so.
void mark_named_in_passing(std::string_view typed, const std::vector<TextRange>& free,
                           WordForms& forms, std::vector<Recognised>& recognised);

}  // namespace rapporteur
