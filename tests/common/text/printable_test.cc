// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/printable.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

TEST(Printable, LeavesTextOfAllScriptsAlone) {
  EXPECT_EQ(printable("Šuc, Türkiye, 人权, حقوق, “quoted” – 5 €"),
            "Šuc, Türkiye, 人权, حقوق, “quoted” – 5 €");
}

TEST(Printable, ShowsWhatWouldActOnTheTerminal) {
  EXPECT_EQ(printable("a\x1B[2Jb"), "a<U+001B>[2Jb");
  EXPECT_EQ(printable("\u009B31m"), "<U+009B>31m");
  EXPECT_EQ(printable("a\x07\x08"), "a<U+0007><U+0008>");
}

TEST(Printable, ShowsWhatTurnsOrHidesLetters) {
  EXPECT_EQ(printable("a\u202Eb\u200Bc\u2066d\uFEFFe"), "a<U+202E>b<U+200B>c<U+2066>d<U+FEFF>e");
}

TEST(Printable, KeepsToOneLineUnlessAsked) {
  EXPECT_EQ(printable("a\nb\tc\u00A0d\r"), "a b c d ");
  EXPECT_EQ(printable_lines("a\nb\tc\r"), "a\nb\tc ");
}

TEST(Printable, ShowsBytesThatAreNoText) {
  EXPECT_EQ(printable("a\xFF\xC3"), "a<0xFF><0xC3>");
}

}  // namespace
}  // namespace rapporteur
