// SPDX-License-Identifier: GPL-2.0-or-later
//
// The language a publication is written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

// The language of a publication as ISO 639-1 ("fr"; 639-3 where there is none, "zh" for either
// Chinese), nullopt if nothing tells. `title` and `text` are valid UTF-8; the first few kilobytes
// and a piece of the middle are looked at. `around` is what the page declares or its other pieces
// are written in: it decides where there are too few words to tell, and never against the script.
// Any thread.
std::optional<std::string> detect_language(std::string_view title, std::string_view text,
                                           const std::optional<std::string>& around);

// The code of a declared language: "fr-FR", "FR_fr", "french" and "zh-Hant" give "fr", "fr",
// nothing and "zh".
std::optional<std::string> language_code(std::string_view declared);

}  // namespace rapporteur
