// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a guarded run (guarded_run.h) tells of itself, and what it is to leave out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

// What the run knows of the guard, and the guard of the run: the documents that are being read, in
// memory that both processes see. Any thread.
class Guard {
 public:
  Guard();
  ~Guard();
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  // Why a document is not to be read; nullopt for all others. It is one that an earlier attempt
  // came to grief over.
  std::optional<std::string> left_out(std::string_view document) const;

  // To be called before anything is printed: output cannot be taken back, so from then on the run
  // is not begun again.
  void output_begins();

 private:
  friend class GuardedTask;
  friend class GuardedRun;
  struct Slot;
  struct Board;
  struct ThreadSlot;

  Board* board_;  // shared memory; nullptr if none is to be had: then nobody watches
  std::map<std::string, std::string, std::less<>> left_out_;
};

// A document that the calling thread is at, from construction to destruction; one at a time a
// thread. `guard` may be null. `waits`: it may take as long as it likes, since it waits for others.
class GuardedTask {
 public:
  GuardedTask(Guard* guard, std::string_view document, bool waits = false);
  ~GuardedTask();
  GuardedTask(const GuardedTask&) = delete;
  GuardedTask& operator=(const GuardedTask&) = delete;

 private:
  Guard::Slot* slot_ = nullptr;
};

}  // namespace rapporteur
