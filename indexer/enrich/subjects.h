// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bodies, sessions, document symbols, mandates and themes of a publication, found in one reading.
#pragma once

#include <rapporteur/result.h>

#include <memory>
#include <string>
#include <vector>

#include "common/vocabulary/bodies.h"
#include "common/vocabulary/mandates.h"
#include "common/vocabulary/symbols.h"
#include "common/vocabulary/themes.h"
#include "indexer/enrich/body_phrases.h"
#include "indexer/enrich/cut_text.h"

namespace rapporteur {

// The vocabularies that a SubjectTagger needs. Immutable, safe from any thread; load once.
struct SubjectVocabularies {
  Bodies bodies;
  BodyPhrases body_phrases;
  Symbols symbols;
  Mandates mandates;
  Themes themes;

  static Result<SubjectVocabularies> load();
};

// What a publication names. Each list is in the order of first mention, themes in order of
// strength; an id is there once, with its first (a theme: its strongest) mention as evidence.
struct SubjectTags {
  std::vector<SubjectMention> bodies;
  std::vector<SubjectMention> sessions;
  std::vector<SubjectMention> symbols;
  std::vector<SubjectMention> mandates;
  std::vector<SubjectMention> themes;
  // What the publication is by its own symbol (the one in its title or at its head): resolution,
  // decision, report ...; empty if that tells nothing.
  std::string kind;
  // The session that the same symbol gives: it adopted the publication, or that was written for it.
  // Empty if the symbol gives none.
  std::string own_session;
  // It speaks of who complained, as a committee's decision does.
  bool tells_case = false;
  // Every mention of a session, repeated ones included: dates are worked out from them.
  std::vector<SubjectMention> all_sessions;
};

// Keeps the words it has met: one a thread. `vocabularies` must outlive it.
class SubjectTagger {
 public:
  explicit SubjectTagger(const SubjectVocabularies& vocabularies);
  ~SubjectTagger();
  SubjectTagger(SubjectTagger&&) noexcept;
  SubjectTagger& operator=(SubjectTagger&&) noexcept;

  // Never fails; a text that names nothing gives empty lists.
  SubjectTags tag(const CutText& text);
  // Cuts the text first, for whoever needs it for nothing else.
  SubjectTags tag(const PublicationText& publication);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
