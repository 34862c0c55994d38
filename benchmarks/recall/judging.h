// SPDX-License-Identifier: GPL-2.0-or-later
//
// One sitting of a judge: shows record after record and takes a key for each.
#pragma once

#include <rapporteur/result.h>

#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>

#include "benchmarks/recall/judgments_file.h"
#include "benchmarks/recall/pool.h"

namespace rapporteur::recall {

// Where a judge's keys come from, and what is shown. Shown texts must be fit for a terminal.
struct JudgingDesk {
  std::function<std::optional<char>()> next_key;  // nullopt: no more will come
  std::function<std::string(const std::string& topic)> question;
  // Some lines on a record: title, date, the passage that matches.
  std::function<std::string(const std::string& topic, const std::string& id)> brief;
  std::function<std::string(const std::string& id)> whole;
  std::ostream& out;
};

struct SittingResult {
  std::size_t judged = 0;
  std::size_t left = 0;  // of the pool
};

// Goes through the records of `pool` that `file` does not judge yet. Keys: r or y relevant, n not,
// 0 to 9 a grade, m the whole text, s later (not in this sitting), u takes the last judgment back,
// q ends; others are told what there is. Each judgment is in the file before the next record is
// shown. Errors: the file cannot be written.
Result<SittingResult> hold_sitting(const Pool& pool, JudgmentsFile& file, const JudgingDesk& desk);

}  // namespace rapporteur::recall
