// SPDX-License-Identifier: GPL-2.0-or-later
//
// Dates that a page states for machines: its head, the datetime of a <time>, its address.
#pragma once

#include <optional>
#include <string_view>

#include "common/record/record.h"
#include "indexer/extract/page.h"

namespace rapporteur {

// The best date of publication among the page's claims. Claims of a last change, days after the
// capture and years before the web's archives reach (1900) do not count. nullopt: none is left.
std::optional<RecordDate> claimed_date(const Page& page);

// The day or month in the path of a URL (find_url_date()).
std::optional<RecordDate> url_date(std::string_view url);

// The datetime attribute of a <time> element.
std::optional<RecordDate> datetime_date(std::string_view datetime);

// False if `interval` starts after the page was captured (a day later for the sake of zones).
bool before_capture(const Page& page, const DateInterval& interval);

}  // namespace rapporteur
