// SPDX-License-Identifier: GPL-2.0-or-later
//
// All tables that the taggers need, loaded once a run.
#pragma once

#include <rapporteur/result.h>

#include "common/vocabulary/countries.h"
#include "common/vocabulary/sessions.h"
#include "indexer/enrich/subjects.h"

namespace rapporteur {

// Immutable, safe from any thread.
struct Vocabularies {
  Countries countries;
  Sessions sessions;
  SubjectVocabularies subjects;

  // From the tables inside the program. An error names the table and the row: a defect of data/.
  static Result<Vocabularies> load();
};

}  // namespace rapporteur
