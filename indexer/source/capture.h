// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a crawl knows of a page beside its bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/record/record.h"

namespace rapporteur {

// All empty for what was no crawl's. Strings are valid UTF-8.
struct Capture {
  std::optional<std::string> url;         // where it was fetched
  std::optional<std::string> media_type;  // by the server's word, lower case, e.g. "text/html"; a
                                          // hint where the content does not tell
  std::optional<std::string> charset;     // by the server's word, e.g. "windows-1252"
  std::optional<RecordDate> date;         // when it was fetched: it came out no later
};

// `url` as it can be kept: valid UTF-8, blanks and control characters as %20.
std::string clean_url(std::string_view url);

// The day in "2024-05-18T01:58:10Z" or "20240518015810", as the time of a capture; empty if there
// is none, or one before the web.
std::optional<RecordDate> capture_date(std::string_view time);

}  // namespace rapporteur
