// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which bodies a text names. Names are matched longest first; acronyms, short forms and ambiguous
// names count under the conditions that data/bodies/body-names.tsv gives them.
#pragma once

#include <cstdint>
#include <vector>

#include "common/vocabulary/phrase_matcher.h"
#include "indexer/enrich/body_phrases.h"
#include "indexer/enrich/cut_text.h"

namespace rapporteur {

// A name of a body in a text.
struct BodyFound {
  std::uint16_t body = 0;   // index into Bodies::all()
  std::uint32_t first = 0;  // tokens [first, first + length)
  std::uint32_t length = 0;
  const BodyName* name = nullptr;
};

// `matches`: everything that `phrases` found in `text`, in order. The answer is in the order of the
// text; short forms ("the Council") are in it where the body is named in full as well.
std::vector<BodyFound> find_bodies(const BodyPhrases& phrases, const CutText& text,
                                   const std::vector<PhraseMatch>& matches);

// The short forms ("the Committee") that could stand for `body`, in the order of the text.
std::vector<BodyFound> find_short_forms(const BodyPhrases& phrases,
                                        const std::vector<PhraseMatch>& matches,
                                        std::uint16_t body);

}  // namespace rapporteur
