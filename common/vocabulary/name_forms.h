// SPDX-License-Identifier: GPL-2.0-or-later
//
// The forms a proper name takes inside a sentence, where a stemmer would take too much away:
// Russian cases, Arabic particles written together with the name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// The cases of a Russian name or adjective given in the nominative, itself first: "Саудовская
// Аравия" also gives "Саудовской Аравии", "Республика Корея" also "Республики Корея". Words that do
// not decline (США, Чили) stay. More forms come out than the language has; none of them is another
// country. UTF-8.
std::vector<std::string> russian_cases(std::string_view name);

// What a folded Arabic word may be without the particles wa-, fa-, bi-, li-, ka- in front
// ("وبالصين" gives "بالصين" and "الصين"), the longest first, itself left out. Empty for other
// scripts.
std::vector<std::string> without_arabic_particles(std::string_view word);

}  // namespace rapporteur
