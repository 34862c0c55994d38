// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/spelling/edit_cost.h"

#include <algorithm>
#include <array>
#include <limits>

#include "searcher/spelling/same_sound.h"

namespace rapporteur {

namespace {

constexpr std::size_t kMostLetters = 64;
using Row = std::array<float, kMostLetters + 1>;

// Of a letter put in or left out at `at`.
float gap_cost(std::u32string_view word, std::size_t at) {
  const bool doubled = at > 0 && word[at] == word[at - 1];
  if (doubled) return SlipCosts::kDoubled;
  return SlipCosts::kSlip + (at == 0 ? SlipCosts::kFirstLetter : 0.0F);
}

}  // namespace

float slip_cost(std::u32string_view typed, std::u32string_view meant, float most) {
  const float too_much = most + 1.0F;
  const bool han = !typed.empty() && is_han(typed.front());
  const float first_letter = han ? 0.0F : SlipCosts::kFirstLetter;
  const auto mistaken_cost = [&](char32_t a, char32_t b) {
    const Sound sound = han ? compare_sound(a, b) : Sound::kOther;
    return sound == Sound::kSame   ? SlipCosts::kSameSound
           : sound == Sound::kNear ? SlipCosts::kNearSound
                                   : SlipCosts::kSlip;
  };
  if (typed.size() > kMostLetters || meant.size() > kMostLetters) return too_much;
  Row before_last{};
  Row last{};
  Row row{};
  for (std::size_t j = 1; j <= meant.size(); ++j) last[j] = last[j - 1] + gap_cost(meant, j - 1);
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    row[0] = last[0] + gap_cost(typed, i - 1);
    float least = row[0];
    for (std::size_t j = 1; j <= meant.size(); ++j) {
      const float first = i == 1 && j == 1 ? first_letter : 0.0F;
      const float mistaken =
          last[j - 1] +
          (typed[i - 1] == meant[j - 1] ? 0.0F : mistaken_cost(typed[i - 1], meant[j - 1]) + first);
      float cost = std::min(
          {mistaken, last[j] + gap_cost(typed, i - 1), row[j - 1] + gap_cost(meant, j - 1)});
      if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1]) {
        const float start = i == 2 && j == 2 ? first_letter : 0.0F;
        cost = std::min(cost, before_last[j - 2] + SlipCosts::kSwapped + start);
      }
      row[j] = cost;
      least = std::min(least, cost);
    }
    // A swap reaches back two rows, so one row beyond the limit does not end it: two would.
    if (least > most + SlipCosts::kSlip) return too_much;
    before_last = last;
    last = row;
  }
  return last[meant.size()] > most ? too_much : last[meant.size()];
}

std::uint64_t letter_signature(std::u32string_view word) {
  std::uint64_t signature = 0;
  for (const char32_t letter : word) signature |= std::uint64_t{1} << (letter % 64);
  return signature;
}

}  // namespace rapporteur
