// SPDX-License-Identifier: GPL-2.0-or-later
//
// Ids for records that come without one: the same publication gets the same id again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur {

// `url` as it is compared: without scheme, "www.", default port, fragment, tracking parameters
// and closing slash, the host in lower case. Parameters that may name the page stay.
std::string canonical_url(std::string_view url);

// The id of a publication with a URL of its own, 20 hexadecimal digits.
std::string id_from_url(std::string_view url);

// The id of a teaser for the publication at `url`: another one, so that it never replaces the
// publication itself.
std::string id_from_teaser_url(std::string_view url);

// The id of the `ordinal`-th piece (or line) of a source.
std::string id_from_source(std::string_view source, std::uint64_t ordinal);

// The same for a piece of standard input, which has no name: its text takes the name's place, so
// that what is piped in later does not replace it.
std::string id_from_unnamed(std::string_view text, std::uint64_t ordinal);

}  // namespace rapporteur
