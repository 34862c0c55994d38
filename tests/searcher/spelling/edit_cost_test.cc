// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/spelling/edit_cost.h"

#include <gtest/gtest.h>

#include <bit>

namespace rapporteur {
namespace {

constexpr float kMost = 3.0F;

TEST(SlipCost, EachKindOfSlipHasItsCost) {
  EXPECT_EQ(slip_cost(U"torture", U"torture", kMost), 0.0F);
  EXPECT_FLOAT_EQ(slip_cost(U"torure", U"torture", kMost), SlipCosts::kSlip);
  EXPECT_FLOAT_EQ(slip_cost(U"tortuxre", U"torture", kMost), SlipCosts::kSlip);
  EXPECT_FLOAT_EQ(slip_cost(U"tortuxe", U"torture", kMost), SlipCosts::kSlip);
  EXPECT_FLOAT_EQ(slip_cost(U"totrure", U"torture", kMost), SlipCosts::kSwapped);
  EXPECT_FLOAT_EQ(slip_cost(U"comittee", U"committee", kMost), SlipCosts::kDoubled);
  EXPECT_FLOAT_EQ(slip_cost(U"torturre", U"torture", kMost), SlipCosts::kDoubled);
}

TEST(SlipCost, FirstLettersAreSeldomWrong) {
  EXPECT_FLOAT_EQ(slip_cost(U"borture", U"torture", kMost),
                  SlipCosts::kSlip + SlipCosts::kFirstLetter);
  EXPECT_FLOAT_EQ(slip_cost(U"otrture", U"torture", kMost),
                  SlipCosts::kSwapped + SlipCosts::kFirstLetter);
}

TEST(SlipCost, SlipsAddUpAndTooManyAreTooMuch) {
  EXPECT_FLOAT_EQ(slip_cost(U"dissapearence", U"disappearance", kMost),
                  SlipCosts::kSlip + 2 * SlipCosts::kDoubled);
  EXPECT_GT(slip_cost(U"torture", U"reprisal", kMost), kMost);
  EXPECT_GT(slip_cost(U"", U"torture", kMost), kMost);
  const std::u32string long_word(100, U'a');
  EXPECT_GT(slip_cost(long_word, U"a", kMost), kMost);
}

TEST(LetterSignature, OneSlipChangesTwoBitsAtMost) {
  const auto apart = [](std::u32string_view a, std::u32string_view b) {
    return std::popcount(letter_signature(a) ^ letter_signature(b));
  };
  EXPECT_EQ(apart(U"torture", U"tortrue"), 0);
  EXPECT_LE(apart(U"torture", U"toxture"), 2);
  EXPECT_LE(apart(U"пытки", U"пыдки"), 2);
}

}  // namespace
}  // namespace rapporteur
