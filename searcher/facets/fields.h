// SPDX-License-Identifier: GPL-2.0-or-later
//
// The public facet fields and the columns they are read from.
#pragma once

#include <rapporteur/question.h>

#include <string_view>

#include "common/index/schema.h"

namespace rapporteur {

// Among the years: the value of records without a date.
inline constexpr std::string_view kUndatedValue = "undated";

// False for a number that is none of the enumeration's.
bool is_field(FacetField field);

// The column that holds the values of `field`; not for the year, which is read from the dates.
schema::Facet column_of(FacetField field);

}  // namespace rapporteur
