// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "common/vocabulary/embedded_tables.h"
#include "common/vocabulary/table.h"
#include "indexer/records/field_map.h"

namespace rapporteur {
namespace {

constexpr std::string_view kFolder = "profiles/";
constexpr std::string_view kSuffix = ".tsv";
constexpr std::uintmax_t kLargest = 1 << 20;  // bytes of a profile

std::string known_profiles() {
  std::string names;
  for (const EmbeddedTable* table = kEmbeddedTables; table->path != nullptr; ++table) {
    std::string_view path = table->path;
    if (!path.starts_with(kFolder)) continue;
    path.remove_prefix(kFolder.size());
    path.remove_suffix(kSuffix.size());
    names += (names.empty() ? "" : ", ") + std::string(path);
  }
  return names;
}

}  // namespace

Result<std::string> find_profile(const std::string& name) {
  std::error_code error;
  if (name.find('/') != std::string::npos || std::filesystem::is_regular_file(name, error)) {
    const auto size = std::filesystem::file_size(name, error);
    if (error || !std::filesystem::is_regular_file(name, error) || size > kLargest) {
      return Error{ErrorCode::kNotFound,
                   "the profile " + name + " is no file of lines MEMBER PATH, or cannot be read"};
    }
    std::string text(size, '\0');
    std::ifstream file(name, std::ios::binary);
    if (!file.read(text.data(), static_cast<std::streamsize>(size)))
      return Error{ErrorCode::kNotFound, "the profile " + name + " cannot be read"};
    return text;
  }
  const std::string_view text = embedded_table(std::string(kFolder) + name + std::string(kSuffix));
  if (!text.empty()) return std::string(text);
  return Error{ErrorCode::kNotFound, "there is no profile " + name + "; there are " +
                                         known_profiles() + ", or give the path of a file"};
}

}  // namespace rapporteur
