// SPDX-License-Identifier: GPL-2.0-or-later
//
// How far a typed word is from a word that may have been meant.
#pragma once

#include <cstdint>
#include <string_view>

namespace rapporteur {

// What slips of the hand cost, one common slip being 1.
struct SlipCosts {
  static constexpr float kSlip = 1.0F;         // a letter left out, put in or mistaken
  static constexpr float kSwapped = 0.8F;      // two neighbours changed places
  static constexpr float kDoubled = 0.6F;      // one of a pair left out, or a letter doubled
  static constexpr float kFirstLetter = 0.2F;  // on top: first letters are seldom wrong, but in Han
  static constexpr float kSameSound = 0.5F;    // a Han character for one that sounds the same
  static constexpr float kNearSound = 0.7F;    // or nearly
};

// The least cost of slips that turn `meant` into `typed`, both folded; a swap's letters are not
// slipped on again (optimal string alignment). Anything above `most` where it is more than that.
// Any thread; words of more than 64 letters cost more than any `most`.
float slip_cost(std::u32string_view typed, std::u32string_view meant, float most);

// Which letters a word holds, as a set of 64 bits. One slip changes at most two of them, so words
// whose signatures differ in more than 2n bits are more than n slips apart.
std::uint64_t letter_signature(std::u32string_view word);

}  // namespace rapporteur
