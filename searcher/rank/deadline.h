// SPDX-License-Identifier: GPL-2.0-or-later
//
// Giving up a search in time.
#pragma once

#include <chrono>
#include <exception>

namespace rapporteur {

// Thrown by Deadline::check inside one search; Searcher turns it into ErrorCode::kDeadline.
class DeadlinePassed : public std::exception {
 public:
  const char* what() const noexcept override { return "the search took longer than allowed"; }
};

class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  // Zero or less, or more than a year (which might not fit the clock): never.
  explicit Deadline(std::chrono::milliseconds allowed)
      : end_(allowed.count() > 0 && allowed < std::chrono::hours(24 * 365)
                 ? Clock::now() + allowed
                 : Clock::time_point::max()) {}

  // To be called in every loop that may run long; looks at the clock at each 4,096th call only.
  void check() {
    if ((++calls_ & 4095u) == 0) check_now();
  }
  void check_now() const {
    if (Clock::now() > end_) throw DeadlinePassed();
  }
  // From now on there is as much time as it takes.
  void lift() { end_ = Clock::time_point::max(); }

 private:
  Clock::time_point end_;
  unsigned calls_ = 0;
};

}  // namespace rapporteur
