// SPDX-License-Identifier: GPL-2.0-or-later
//
// The day or month under which a web site files a page: "/2018/02/13/title.html".
#pragma once

#include <optional>
#include <string_view>

#include "common/dates/date_text.h"

namespace rapporteur {

struct UrlDate {
  ParsedDate date;         // a day or a month, 1990 to 2100
  std::string_view words;  // as written: "2018/02/13"; points into the URL
};

// The first day in the path of a URL, else the first month: /2018/02/13/, /2018/2/13/,
// /2018/feb/13/, /2018-02-13-title, title_13-02-2018.html, /20180213/; /2018/02/, /2018/feb/.
// "/2018/02/13-things" is a month. Query and fragment do not count, nor does the moment in an
// address of the Internet Archive. nullopt: there is none. Any thread, any bytes.
std::optional<UrlDate> find_url_date(std::string_view url);

}  // namespace rapporteur
