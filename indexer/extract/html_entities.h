// SPDX-License-Identifier: GPL-2.0-or-later
//
// The named character references of HTML 5 that libxml2, whose list is HTML 4's, leaves as they
// are: "&scaron;" it knows, "&ccaron;" it does not, nor "&eacute" without the semicolon.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

struct NamedReference {
  char32_t character = 0;
  std::size_t length = 0;  // bytes, '&' and the semicolon included
};

// The reference at the front of `text`, which starts with '&'. `bare`: the old names count without
// their semicolon too, as in the text of a page. nullopt: it is none.
std::optional<NamedReference> named_reference(std::string_view text, bool bare);

// Appends an attribute's value, which libxml2 has read, with what it left resolved.
void append_attribute(std::string_view value, std::string& to);

}  // namespace rapporteur
