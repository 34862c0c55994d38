// SPDX-License-Identifier: GPL-2.0-or-later
//
// The character set that a text declares.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// The charset that is really meant by `name`, in lower case: "iso-8859-1" means windows-1252
// (WHATWG Encoding Standard, section 4.2).
std::string real_charset(std::string_view name);

// What an XML declaration, <meta charset=X> or <meta ... content="text/html; charset=X"> near the
// top names, in lower case; "" if nothing does.
std::string charset_in_markup(std::string_view bytes);

}  // namespace rapporteur
