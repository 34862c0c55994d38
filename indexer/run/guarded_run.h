// SPDX-License-Identifier: GPL-2.0-or-later
//
// A run whose documents cannot do it harm: it works in a process of its own, and where a document
// crashes that process, never comes to its end or swells it, the run begins again without it. What
// an earlier attempt has brought into an index is passed over then like any unchanged input.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "indexer/run/guard.h"

namespace rapporteur {

struct GuardLimits {
  std::chrono::seconds document{300};  // that one document may take
  std::uint64_t memory_bytes = 0;      // of the process; 0: four fifths of the machine's
};

// Runs `work` in a fork of this process, which must have one thread, and returns the exit code that
// it answers; again and again while documents have to be left out, each of which is told of by
// `say`. `can_repeat`: the inputs can be read twice (standard input cannot). Signals to end go to
// the fork. 2 if it crashes for another reason, or for the same document twice.
int run_guarded(const GuardLimits& limits, bool can_repeat, const std::function<int(Guard&)>& work,
                const std::function<void(const std::string&)>& say);

}  // namespace rapporteur
