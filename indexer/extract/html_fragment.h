// SPDX-License-Identifier: GPL-2.0-or-later
//
// HTML inside of something else: the body of a feed's entry, a member of a JSON record.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// Whether `text` is marked up: holds the end of an element, a <br> or a <p>.
bool is_marked_up(std::string_view text);

// All text of the fragment as paragraphs separated by a blank line; nothing but scripts and styles
// is left out. `html` is valid UTF-8 under 2 GiB. Any thread.
std::string fragment_text(std::string_view html);

// The same on one line: for titles.
std::string fragment_line(std::string_view html);

}  // namespace rapporteur
