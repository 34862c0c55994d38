// SPDX-License-Identifier: GPL-2.0-or-later
//
// Plain text -> blocks: the bytes of a page dump as paragraphs and lines with their places.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/page.h"

namespace rapporteur {

// Cuts a plain-text page into blocks. `bytes` may be anything, in any character set (decode_text();
// `charset` is the server's word): ill-formed characters become U+FFFD, NUL a space, lines end with
// LF, CRLF or CR. Non-breaking and zero-width spaces count as white space (a line of them is blank)
// and stay as they are inside a text.
//
// Each line is a block of its own, unless the page is wrapped by hand at a fixed width: there the
// lines of a paragraph are one block, with '\n' between them. Lines that start with a bullet or a
// number ("- ", "•", "3.", "(a)") are list items, lines that are only a date are times.
// Block::offset is the exact range of the trimmed block in `bytes`. Linear in bytes.size(); any
// thread.
Page read_plain_text(std::string_view bytes, std::string source, std::string site,
                     const std::optional<std::string>& charset = {});

}  // namespace rapporteur
