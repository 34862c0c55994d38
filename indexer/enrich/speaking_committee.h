// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which committee a decision on a complaint is of: such texts often call it only "the Committee"
// and name its treaty once or never in full.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/enrich/body_phrases.h"

namespace rapporteur {

// The committee, and the words that spoke most for it: tokens [first, first + length).
struct SpeakingCommittee {
  std::uint16_t body = 0;  // index into Bodies::all()
  std::uint32_t first = 0;
  std::uint32_t length = 0;
};

// Whether a text speaks of who complained (data/bodies/case-words.tsv). `matches`: everything that
// BodyPhrases found in it.
bool tells_case(const std::vector<PhraseMatch>& matches);

// The committee whose decision a text that tells_case() is, by the words of
// data/bodies/committee-words.tsv; nothing where none clearly leads.
std::optional<SpeakingCommittee> find_speaking_committee(const std::vector<PhraseMatch>& matches);

}  // namespace rapporteur
