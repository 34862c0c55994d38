// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/given_countries.h"

#include <algorithm>

namespace rapporteur {

bool lack_salience(const std::vector<RecordCountry>& given) {
  return std::any_of(given.begin(), given.end(),
                     [](const RecordCountry& country) { return country.salience <= 0; });
}

std::vector<RecordCountry> resolve_countries(const std::vector<RecordCountry>& given,
                                             const Countries& countries,
                                             std::vector<std::string>& notes) {
  std::vector<RecordCountry> resolved;
  for (const RecordCountry& country : given) {
    const Country* known = countries.find(country.code);
    if (known == nullptr) {
      notes.push_back("\"" + country.code +
                      "\" among the countries is neither a code nor a known name; left out");
      continue;
    }
    const bool again =
        std::any_of(resolved.begin(), resolved.end(),
                    [&](const RecordCountry& other) { return other.code == known->code; });
    if (again) continue;
    resolved.push_back(country);
    resolved.back().code = known->code;
  }
  return resolved;
}

void fill_salience(std::vector<RecordCountry>& given, const std::vector<RecordCountry>& tagged) {
  for (RecordCountry& country : given) {
    if (country.salience > 0) continue;
    const auto found = std::find_if(tagged.begin(), tagged.end(), [&](const RecordCountry& other) {
      return other.code == country.code;
    });
    if (found != tagged.end()) {
      country.salience = found->salience;
      country.primary = country.primary || found->primary;
    } else {
      country.salience = 1.0 / static_cast<double>(given.size());
    }
    if (given.size() == 1) country.primary = true;
  }
}

}  // namespace rapporteur
