// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which sessions a text names: "HRC40", "the 40th session of the Human Rights Council", "the
// Council, at its fortieth session", "第四十届会议".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/enrich/bodies.h"

namespace rapporteur {

// A session in a text.
struct SessionFound {
  std::uint16_t body = 0;   // index into Bodies::all()
  std::string id;           // "HRC-40", "HRC-S28"
  std::uint32_t first = 0;  // tokens [first, first + length)
  std::uint32_t length = 0;
};

// `bodies`: what find_bodies() said of the same text and matches. In the order of the text.
std::vector<SessionFound> find_sessions(const BodyPhrases& phrases, const CutText& text,
                                        const std::vector<PhraseMatch>& matches,
                                        const std::vector<BodyFound>& bodies);

}  // namespace rapporteur
