// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/vocabularies.h"

namespace rapporteur {

Result<Vocabularies> Vocabularies::load() {
  auto countries = Countries::load();
  if (!countries) return countries.error();
  auto sessions = Sessions::load();
  if (!sessions) return sessions.error();
  auto subjects = SubjectVocabularies::load();
  if (!subjects) return subjects.error();
  return Vocabularies{std::move(*countries), std::move(*sessions), std::move(*subjects)};
}

}  // namespace rapporteur
