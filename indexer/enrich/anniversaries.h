// SPDX-License-Identifier: GPL-2.0-or-later
//
// Anniversaries that tell a text's year: "the 70th anniversary of the Universal Declaration", "на
// 70-летие Всеобщей декларации". The events are data/dates/anniversaries.tsv.
#pragma once

#include <rapporteur/date_interval.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"
#include "common/vocabulary/phrase_matcher.h"

namespace rapporteur {

// A numbered anniversary of a known event.
struct Anniversary {
  CivilDate day;            // when the anniversary falls
  std::uint32_t begin = 0;  // byte range in the text, number to event
  std::uint32_t end = 0;
};

// What a folded word is in the phrases that tell anniversaries. Any thread.
PhraseMatcher::WordId anniversary_word(std::string_view folded);

std::vector<PhraseMatcher::WordId> anniversary_words(const Tokens& tokens);

// All of them, in order of the word for "anniversary"; `words` are those of the tokens. Any thread.
std::vector<Anniversary> find_anniversaries(const Tokens& tokens,
                                            std::span<const PhraseMatcher::WordId> words);

}  // namespace rapporteur
