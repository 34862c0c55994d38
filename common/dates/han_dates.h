// SPDX-License-Identifier: GPL-2.0-or-later
//
// Chinese and Japanese dates, read off the characters, since dictionaries cut them in many ways:
// 2018年2月13日, 二〇一八年二月, 2018年2月26日至3月23日, 2月13日, 2015年至2018年. Part of the
// reader of dates.
#pragma once

#include <string_view>
#include <vector>

#include "common/dates/date_text.h"

namespace rapporteur {

// Appends the dates of valid UTF-8 `text` in order. Costs next to nothing where there are none.
void find_han_dates(std::string_view text, std::vector<DateMention>& mentions);

}  // namespace rapporteur
