// SPDX-License-Identifier: GPL-2.0-or-later
//
// Another program as a step of ours, in a process of its own: what a hostile document does to it,
// it does to nobody else.
#pragma once

#include <rapporteur/result.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

struct ChildLimits {
  std::chrono::seconds cpu{60};
  std::chrono::seconds wall{120};
  std::size_t memory_bytes = 1ULL << 30;   // address space
  std::size_t output_bytes = 256U << 20;   // more ends the program
  std::size_t message_bytes = 16U * 1024;  // of standard error; what is more is passed over
};

struct ChildOutcome {
  int exit_code = 0;
  std::string output;    // standard output
  std::string messages;  // the beginning of standard error, any bytes
};

// Runs `program` (a path; no shell, no search, an empty environment, no open files but the three
// standard ones, working folder /) with `arguments` and `input` as its standard input, a seekable
// file in memory. Returns once it has ended, whatever its exit code. Fails with kNotFound where
// there is no such program, kDeadline where it took too long, printed too much or was ended by a
// signal. Safe from any thread; the program does not outlive the call.
Result<ChildOutcome> run_child(const std::string& program,
                               const std::vector<std::string>& arguments, std::string_view input,
                               const ChildLimits& limits = {});

}  // namespace rapporteur
