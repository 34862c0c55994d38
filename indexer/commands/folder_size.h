// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace rapporteur {

// Bytes of all files in `folder` and below; what cannot be read counts as nothing.
std::uintmax_t folder_bytes(const std::filesystem::path& folder);

// "1.3 MB": decimal units, one place from a megabyte on.
std::string readable_bytes(std::uintmax_t bytes);

}  // namespace rapporteur
