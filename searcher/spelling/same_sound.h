// SPDX-License-Identifier: GPL-2.0-or-later
//
// Chinese characters are typed by their sound, so the wrong one is mostly one that sounds the same.
#pragma once

namespace rapporteur {

// True for Han characters.
bool is_han(char32_t letter);

// True for two Han characters of one reading in Mandarin, tones aside (ICU's Han-Latin). Any
// thread; each thread remembers what it looked up.
bool sound_alike(char32_t a, char32_t b);

}  // namespace rapporteur
