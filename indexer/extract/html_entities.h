// SPDX-License-Identifier: GPL-2.0-or-later
//
// Character references: &amp; &#233; &#xE9;
#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// Appends `raw` (valid UTF-8) to `text` with its character references resolved (HTML Standard,
// section 13.5; names from data/html/entities.tsv). What is no reference stays as written.
void append_resolved(std::string_view raw, std::string& text);

}  // namespace rapporteur
