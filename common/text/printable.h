// SPDX-License-Identifier: GPL-2.0-or-later
//
// Foreign text on a terminal: what was scraped may hold sequences that move the cursor, turn the
// reading direction or hide letters.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// `text` on one line in which nothing acts and nothing hides: white space of any kind is a plain
// space; control, bidi, zero-width and other invisible characters are <U+202E>, bytes that are no
// UTF-8 are <0xFF>. What a script needs to be read (joiners between letters) is escaped as well.
// Any bytes, any thread.
std::string printable(std::string_view text);

// The same, but line feeds and tabs stay.
std::string printable_lines(std::string_view text);

// A user's words inside of a message that may be shown anywhere: in_quotes(), printable().
std::string quoted(std::string_view text);

}  // namespace rapporteur
