// SPDX-License-Identifier: GPL-2.0-or-later
//
// Distinct strings by number, so that what is known of a word can lie in an array.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur {

// Numbers distinct strings 0, 1, 2 ... It only grows: its owner throws it away in time. One a
// thread.
class StringNumbers {
 public:
  // The number of `text`, and whether it is new.
  std::pair<std::uint32_t, bool> number(std::string_view text);
  std::string_view text(std::uint32_t number) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number_plus_one = 0;  // 0: free
  };
  void grow();

  std::vector<Slot> slots_;  // open addressing, a power of two
  std::string bytes_;        // all strings, one behind the other
  std::vector<std::size_t> ends_;
};

}  // namespace rapporteur
