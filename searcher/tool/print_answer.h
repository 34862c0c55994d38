// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers for people and for other programs.
#pragma once

#include <rapporteur/answer.h>

#include <iosfwd>
#include <memory>
#include <string>

#include "searcher/tool/commands.h"

namespace rapporteur {

// Prints an answer as it comes: nothing of it is kept but what the format needs.
class AnswerPrinter : public AnswerSink {
 public:
  // Behind the last hit.
  virtual void finish(const StreamEnd& end) = 0;
};

// In the format that `context` asks for; `topic` is the run's id of the question. Text tells how
// the question was read, the hits with their snippets, the facets; JSON Lines a hit a line; TSV
// rank, id, score, tail, date, countries, bodies, language, kind, url and title behind a line of
// these names, tabs and line ends inside values as spaces. JSON is one object, so it keeps all
// hits. Notices go to `err` where the format has no place for them. `context` is kept by reference.
std::unique_ptr<AnswerPrinter> make_answer_printer(const CommandContext& context,
                                                   const std::string& topic);

// Only the facets: value, count and label.
void print_facets(const Answer& answer, const CommandContext& context);

}  // namespace rapporteur
