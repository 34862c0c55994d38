// SPDX-License-Identifier: GPL-2.0-or-later
//
// The clock, for the programs: libraries are told what day it is.
#pragma once

#include <rapporteur/date_interval.h>

#include <string>

namespace rapporteur {

CivilDate today_in_utc();
// "2026-11-26T09:50:00Z".
std::string now_in_utc();

}  // namespace rapporteur
