// SPDX-License-Identifier: GPL-2.0-or-later
//
// Facet counts as a JSON object: {"country": [{"value": "CHN", "label": "China", "count": 31}],
// ...}.
#pragma once

#include <rapporteur/answer.h>

#include <nlohmann/json.hpp>
#include <vector>

namespace rapporteur {

nlohmann::ordered_json facets_json(const std::vector<FacetCounts>& facets);

}  // namespace rapporteur
