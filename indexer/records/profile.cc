// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <fstream>
#include <iterator>

#include "common/vocabulary/embedded_tables.h"
#include "common/vocabulary/table.h"
#include "indexer/records/field_map.h"

namespace rapporteur {
namespace {

constexpr std::string_view kFolder = "profiles/";
constexpr std::string_view kSuffix = ".tsv";

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
    std::ifstream file(name, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) return Error{ErrorCode::kNotFound, "the profile " + name + " cannot be read"};
    return text;
  }
  const std::string_view text = embedded_table(std::string(kFolder) + name + std::string(kSuffix));
  if (!text.empty()) return std::string(text);
  return Error{ErrorCode::kNotFound, "there is no profile " + name + "; there are " +
                                         known_profiles() + ", or give the path of a file"};
}

}  // namespace rapporteur
