// SPDX-License-Identifier: GPL-2.0-or-later
//
// How much a publication is about each country it names.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/enrich/country_context.h"

namespace rapporteur {

// A country of one publication.
struct CountryWeight {
  std::uint16_t country = 0;
  double salience = 0;  // (0, 1]; the saliences of a publication add up to 1
  bool primary = false;
};

// Weighs sightings in part 0, the title, and part 1, the text; the most salient country first.
// A formula of this project: a sighting counts by its kind (a name 1, a place 0.7, an adjective
// 0.6 ...), more in the first sentences; the title and the text give half of the salience each.
std::vector<CountryWeight> weigh_countries(const std::vector<CountrySighting>& sightings,
                                           std::string_view title, std::string_view text);

}  // namespace rapporteur
