// SPDX-License-Identifier: GPL-2.0-or-later
//
// All facet values of a record in one value slot: what the searcher's columns are built from in one
// pass.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"

namespace rapporteur {

// One value of one facet. `weight` is 0 but for countries: salience in 1/127ths, plus 128 if
// primary.
struct PackedFacet {
  schema::Facet facet = schema::Facet::kCountry;
  unsigned char weight = 0;
  std::string_view value;  // at most 255 bytes; longer ones are left out when packing
};

inline constexpr unsigned char kPrimaryBit = 128;

// Appends one value to `packed`: facet number, weight, length, bytes.
void pack_facet(schema::Facet facet, std::string_view value, unsigned char weight,
                std::string& packed);

// Reads all values; the views point into `packed`. Stops at the first byte that makes no sense
// (false then).
bool unpack_facets(std::string_view packed, std::vector<PackedFacet>& values);

}  // namespace rapporteur
