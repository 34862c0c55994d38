// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/facets_json.h"

namespace rapporteur {

using Json = nlohmann::ordered_json;

Json facets_json(const std::vector<FacetCounts>& facets) {
  Json json = Json::object();
  for (const FacetCounts& facet : facets) {
    Json values = Json::array();
    for (const FacetCount& value : facet.values) {
      values.push_back({{"value", value.value}, {"label", value.label}, {"count", value.count}});
    }
    json[facet_field_name(facet.field)] = std::move(values);
  }
  return json;
}

}  // namespace rapporteur
