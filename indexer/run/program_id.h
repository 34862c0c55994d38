// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which program this is: another build, other tables or another version of a library may make other
// records of the same page.
#pragma once

#include <cstdint>
#include <string_view>

namespace rapporteur {

// A hash over the build ids of the program and of the libraries it runs with (the bytes of the file
// where one has none). The same in every run on one machine until one of them is replaced.
// `options` are those of its options that decide what becomes of a page, as text.
std::uint64_t program_id(std::string_view options);

}  // namespace rapporteur
