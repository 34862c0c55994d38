// SPDX-License-Identifier: GPL-2.0-or-later
//
// Countries as records of JSON Lines give them: codes or names, often without saying which of them
// the piece is about.
#pragma once

#include <string>
#include <vector>

#include "common/record/record.h"
#include "common/vocabulary/countries.h"

namespace rapporteur {

// True if some of `given` say nothing about their salience.
bool lack_salience(const std::vector<RecordCountry>& given);

// `given` with names and alpha-2 codes made alpha-3, in their order, each once. What is no country
// is left out, with a note.
std::vector<RecordCountry> resolve_countries(const std::vector<RecordCountry>& given,
                                             const Countries& countries,
                                             std::vector<std::string>& notes);

// Gives those of `given` without a salience that of `tagged`, what was found in the text; where the
// text does not name them, an equal share. A country that is given alone is primary.
void fill_salience(std::vector<RecordCountry>& given, const std::vector<RecordCountry>& tagged);

}  // namespace rapporteur
