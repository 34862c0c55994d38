// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers for people and for other programs.
#pragma once

#include <rapporteur/answer.h>

#include <iosfwd>

#include "searcher/tool/commands.h"

namespace rapporteur {

// For a person: how the question was read, the hits with their snippets, the facets.
void print_text(const Answer& answer, const CommandContext& context);

// One hit a line.
void print_json_lines(const Answer& answer, std::ostream& out);

// rank, id, score, tail, date, countries, bodies, language, kind, url, title, behind a line of
// these names; tabs and line ends inside values are spaces.
void print_tsv(const Answer& answer, std::ostream& out);

// Only the facets: value, count and label.
void print_facets(const Answer& answer, const CommandContext& context);

}  // namespace rapporteur
