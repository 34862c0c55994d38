// SPDX-License-Identifier: GPL-2.0-or-later
//
// What each thread of a guarded run is at, in memory that the parent sees. For guard.cc and
// guarded_run.cc.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "indexer/run/guard.h"

namespace rapporteur {

inline constexpr std::size_t kGuardSlots = 300;       // threads; more than the program takes
inline constexpr std::size_t kGuardNameBytes = 4096;  // of a document; longer ones are cut

struct Guard::Slot {
  std::atomic<bool> taken;
  std::atomic<bool> waits;
  std::atomic<std::int64_t> since;  // milliseconds; 0: nothing is read
  std::array<char, kGuardNameBytes> document;
};

// All zero when it is made.
struct Guard::Board {
  std::atomic<bool> output_begun;
  std::atomic<int> crashed;  // slot of the thread that crashed, plus one
  std::array<Slot, kGuardSlots> slots;
};

// Milliseconds of a clock that both processes read.
std::int64_t guard_clock();

// From now on a crash is noted on `crashed` before it ends the process.
void note_crashes_on(std::atomic<int>& crashed);

}  // namespace rapporteur
