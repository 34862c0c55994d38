// SPDX-License-Identifier: GPL-2.0-or-later
//
// A collection as engines read it.
#pragma once

#include <rapporteur/result.h>

#include <string>

#include "benchmarks/recall/suite_file.h"

namespace rapporteur::recall {

struct CollectionFiles {
  std::string records;  // JSON Lines: id and the members that the suite names
  std::string texts;    // "ID TAB TITLE TAB TEXT", white space made single blanks
};

// Writes both into `folder`, unless they are there and made from the same bytes. Errors name the
// file and line that cannot be read.
Result<CollectionFiles> make_collection_files(const Collection& collection,
                                              const std::string& folder);

}  // namespace rapporteur::recall
