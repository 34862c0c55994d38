// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index holds of a record, damaged: told, never believed.
#include "common/index/stored_record.h"
#include "common/index/packed_facets.h"
#include "tests/fuzz/fuzz.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  (void)load_record(bytes);
  (void)load_record_json(bytes);
  std::vector<PackedFacet> facets;
  (void)unpack_facets(bytes, facets);
  for (const PackedFacet& facet : facets) {
    fuzz::require(facet.value.empty() ||
                      (facet.value.data() >= bytes.data() &&
                       facet.value.data() + facet.value.size() <= bytes.data() + bytes.size()),
                  "a facet's value stands in the slot");
  }
  return 0;
}
