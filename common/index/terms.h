// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words and numbers of schema.h as bytes: terms, day slots and the format mark. Both sides make
// them here, so that what was indexed is what is asked for. Any thread.
#pragma once

#include <rapporteur/date_interval.h>
#include <rapporteur/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "common/text/tokenizer.h"

namespace rapporteur {

// ---- words ----
// What a Stemmer is given for a token of `text`: the word with its accents. ASCII words come
// folded, so that "U.S." is "us" and "5th" is "5". The view points into `text` or `tokens`.
std::string_view word_to_stem(std::string_view text, const Tokens& tokens, const Token& token);

// Terms of a stem (Stemmer::stem) and of a folded word; cut to schema::kMaxTermBytes.
std::string stem_term(std::string_view stem);
std::string title_term(std::string_view stem);
std::string exact_term(std::string_view folded);

// ---- boolean terms ----
// Values that would be longer than schema::kMaxTermBytes are replaced by their hash behind a space.
std::string id_term(std::string_view id);
std::string source_term(std::string_view source);
std::string facet_term(schema::Facet facet, std::string_view value);

std::string year_term(int year);              // Y2018
std::string month_term(int year, int month);  // M201802
std::string day_term(CivilDate date);         // D20180213

// All year, month and (up to schema::kMaxDayTerms days) day terms that `interval` touches.
std::vector<std::string> date_terms(const DateInterval& interval);

// ---- value slots ----
// The bytes of kDateFromSlot and kDateToSlot; they sort like the days.
std::string encode_day(CivilDate date);
// nullopt for anything encode_day() does not give, an empty (absent) value included.
std::optional<CivilDate> decode_day(std::string_view value);

// ---- format ----
// The value of schema::kFormatKey that this program writes.
std::string format_mark();
// kNotAnIndex, naming `folder` and the feature, unless every feature in `mark` is known here.
Result<void> check_format_mark(std::string_view mark, std::string_view folder);

}  // namespace rapporteur
