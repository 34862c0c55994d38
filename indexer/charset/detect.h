// SPDX-License-Identifier: GPL-2.0-or-later
//
// The character set of a text that declares none, from its bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapporteur {

// How many first bytes are worth looking at: enough for statistics, little enough for speed.
inline constexpr std::size_t kDetectionWindow = 65536;

// Whether ill-formed sequences are so rare that this is UTF-8 with a few broken characters. Plain
// ASCII is not.
bool is_mostly_utf8(std::string_view bytes);

// "UTF-16LE" or "UTF-16BE" if `sample` is UTF-16 without a byte order mark, in a script whose
// letters share a page of Unicode; else "".
std::string unmarked_utf16(std::string_view sample);

// The set of a text that is no UTF: by ICU's statistics (windows-1250 to 1256, ISO 8859, KOI8-R,
// GB18030, Big5, Shift_JIS, EUC, ISO 2022), which are told from MacRoman here. Never "", in doubt
// windows-1252.
std::string detected_charset(std::string_view bytes);

}  // namespace rapporteur
