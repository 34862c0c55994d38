// SPDX-License-Identifier: GPL-2.0-or-later
//
// Why a record has what it has: the places in its title and text that name a country, a body ...
// A date carries its evidence in the record itself.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rapporteur {

struct TagEvidence {
  std::string facet;  // "country", "body", "session", "symbol", "mandate", "theme"
  std::string value;  // as in the record: "CHN", "HRC"
  bool in_title = false;
  std::uint32_t begin = 0;  // byte range in the record's title or text
  std::uint32_t end = 0;
};

// Of one record; the places of one value stand side by side. Values that were given have none.
using RecordEvidence = std::vector<TagEvidence>;

}  // namespace rapporteur
