// SPDX-License-Identifier: GPL-2.0-or-later
//
// The years of an answer as bars, for people at a terminal.
#pragma once

#include <rapporteur/answer.h>

#include <cstddef>
#include <string>
#include <vector>

namespace rapporteur {

// A line for each year from the first to the last that has a record, those without any included,
// and one for the undated: "2018  40 ████". Where that would be more than `most_lines`, a line
// stands for 2, 5, 10 ... years; a record whose date spans several of them counts in each.
// `years` is the year facet.
std::vector<std::string> year_histogram(const FacetCounts& years, std::size_t most_lines);

}  // namespace rapporteur
