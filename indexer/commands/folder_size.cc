// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/folder_size.h"

#include <cstdio>

namespace rapporteur {

std::uintmax_t folder_bytes(const std::filesystem::path& folder) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(folder, error), end;
       !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (!entry->is_regular_file(ignored)) continue;
    const std::uintmax_t size = entry->file_size(ignored);
    if (!ignored) bytes += size;
  }
  return bytes;
}

std::string readable_bytes(std::uintmax_t bytes) {
  char text[40];
  if (bytes < 1000) {
    std::snprintf(text, sizeof text, "%d bytes", static_cast<int>(bytes));
  } else if (bytes < 1000000) {
    std::snprintf(text, sizeof text, "%.0f kB", static_cast<double>(bytes) / 1e3);
  } else if (bytes < 1000000000) {
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  } else {
    std::snprintf(text, sizeof text, "%.1f GB", static_cast<double>(bytes) / 1e9);
  }
  return text;
}

}  // namespace rapporteur
