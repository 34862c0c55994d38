// SPDX-License-Identifier: GPL-2.0-or-later
//
// Links of a page made absolute.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// `reference` as seen from the page `base` (RFC 3986, section 5.2); `reference` itself, trimmed, if
// `base` is empty or no hierarchical URL.
std::string resolve_url(std::string_view base, std::string_view reference);

// The host of a URL in lower case, without user, port and a leading "www."; "" if it has none.
std::string host_of(std::string_view url);

// True for http and https URLs.
bool is_web_url(std::string_view url);

}  // namespace rapporteur
