// SPDX-License-Identifier: GPL-2.0-or-later
//
// Chinese characters are typed by their sound, so the wrong one is mostly one that sounds the same.
#pragma once

namespace rapporteur {

// True for Han characters.
bool is_han(char32_t letter);

// How near the readings of two Han characters in Mandarin are, tones aside (ICU's Han-Latin): kNear
// if they differ in what many speakers do not tell apart (zh and z, ch and c, sh and s, n and l at
// the beginning; ng and n at the end). Any thread; each thread remembers what it looked up.
enum class Sound { kOther, kNear, kSame };
Sound compare_sound(char32_t a, char32_t b);

}  // namespace rapporteur
