// SPDX-License-Identifier: GPL-2.0-or-later
//
// Light stemming of Arabic words.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// `word`, folded, without article, conjunctions and prepositions written together with it and
// without the endings of number, gender and possession: L. Larkey, L. Ballesteros and M. Connell,
// "Light Stemming for Arabic Information Retrieval", 2007 (light10). Words too short for an affix
// keep it. UTF-8, any thread.
std::string arabic_light_stem(std::string_view word);

}  // namespace rapporteur
