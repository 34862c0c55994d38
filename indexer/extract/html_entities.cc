// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_entities.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "common/text/utf8.h"
#include "common/vocabulary/table.h"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestName = 32;
constexpr std::size_t kLongestBareName = 6;

struct Entity {
  char32_t character;
  bool bare;  // known without its semicolon
};

const std::unordered_map<std::string_view, Entity>& entities() {
  static const auto kEntities = [] {
    std::unordered_map<std::string_view, Entity> map;
    static const auto table = Table::embedded("html/entities.tsv", {"name", "code", "bare"});
    if (!table.ok()) return map;
    for (const auto& row : table->rows()) {
      std::uint32_t code = 0;
      std::from_chars(row[1].data(), row[1].data() + row[1].size(), code, 16);
      map.emplace(row[0], Entity{static_cast<char32_t>(code), row[2] == "yes"});
    }
    return map;
  }();
  return kEntities;
}

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::optional<NamedReference> named_reference(std::string_view text, bool bare) {
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestName && is_alnum(text[end])) ++end;
  const auto& map = entities();
  if (end < text.size() && text[end] == ';') {
    const auto found = map.find(text.substr(1, end - 1));
    if (found != map.end()) return NamedReference{found->second.character, end + 1};
  }
  if (!bare) return std::nullopt;
  for (std::size_t size = std::min(end - 1, kLongestBareName); size >= 2; --size) {
    const auto found = map.find(text.substr(1, size));
    if (found != map.end() && found->second.bare)
      return NamedReference{found->second.character, size + 1};
  }
  return std::nullopt;
}

void append_attribute(std::string_view value, std::string& to) {
  while (true) {
    const std::size_t at = std::min(value.find('&'), value.size());
    to.append(value, 0, at);
    value.remove_prefix(at);
    if (value.empty()) return;
    if (const auto reference = named_reference(value, false)) {
      append_code_point(to, reference->character);
      value.remove_prefix(reference->length);
    } else {
      to += '&';
      value.remove_prefix(1);
    }
  }
}

}  // namespace rapporteur
