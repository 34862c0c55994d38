// SPDX-License-Identifier: GPL-2.0-or-later
//
// Document symbols in a text, printed ("A/HRC/RES/36/21") or told in words ("Human Rights Council
// resolution 36/21").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/vocabulary/symbols.h"
#include "indexer/enrich/bodies.h"

namespace rapporteur {

// A symbol in a text.
struct SymbolFound {
  std::string symbol;  // without spaces
  SymbolMeaning meaning;
  std::size_t begin = 0;  // byte range in CutText::text
  std::size_t end = 0;
  bool printed = true;  // false: put together from words
};

// `matches` and `bodies` as in find_sessions(). In the order of the text.
std::vector<SymbolFound> find_symbols(const Symbols& symbols, const BodyPhrases& phrases,
                                      const CutText& text, const std::vector<PhraseMatch>& matches,
                                      const std::vector<BodyFound>& bodies);

}  // namespace rapporteur
