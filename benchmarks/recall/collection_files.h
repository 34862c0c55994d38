// SPDX-License-Identifier: GPL-2.0-or-later
//
// A collection as engines read it.
#pragma once

#include <rapporteur/result.h>

#include <string>

#include "benchmarks/recall/suite_file.h"

namespace rapporteur::recall {

struct CollectionFiles {
  // JSON Lines: id and the members that the suite names.
  std::string records;
  // "ID TAB TITLE TAB TEXT": the date behind the text, white space made single blanks.
  std::string texts;
};

// Writes both into `folder`, unless they are there and made from the same bytes. Errors name the
// file and line that cannot be read.
Result<CollectionFiles> make_collection_files(const Collection& collection,
                                              const std::string& folder);

}  // namespace rapporteur::recall
