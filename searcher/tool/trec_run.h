// SPDX-License-Identifier: GPL-2.0-or-later
//
// Hits as lines of a TREC run: "topic Q0 id rank score tag".
#pragma once

#include <rapporteur/answer.h>

#include <iosfwd>
#include <string>
#include <vector>

namespace rapporteur {

// Scores fall strictly as printed: trec_eval goes by scores alone and breaks ties its own way.
void write_trec_run(const std::string& topic, const std::vector<Hit>& hits, const std::string& tag,
                    std::ostream& out);

}  // namespace rapporteur
