// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/packed_facets.h"

namespace rapporteur {

void pack_facet(schema::Facet facet, std::string_view value, unsigned char weight,
                std::string& packed) {
  if (value.empty() || value.size() > 255) return;
  packed += static_cast<char>(facet);
  packed += static_cast<char>(weight);
  packed += static_cast<char>(value.size());
  packed += value;
}

bool unpack_facets(std::string_view packed, std::vector<PackedFacet>& values) {
  values.clear();
  while (!packed.empty()) {
    if (packed.size() < 3) return false;
    const auto facet = static_cast<unsigned char>(packed[0]);
    const auto length = static_cast<unsigned char>(packed[2]);
    if (facet >= schema::kFacets.size() || packed.size() < 3u + length) return false;
    values.push_back({static_cast<schema::Facet>(facet), static_cast<unsigned char>(packed[1]),
                      packed.substr(3, length)});
    packed.remove_prefix(3u + length);
  }
  return true;
}

}  // namespace rapporteur
