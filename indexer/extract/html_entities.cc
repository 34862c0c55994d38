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

struct Entity {
  char32_t code_point;
  bool bare;  // known without its semicolon
};

const std::unordered_map<std::string_view, Entity>& entities() {
  static const auto* const kEntities = [] {
    auto* map = new std::unordered_map<std::string_view, Entity>;
    static const auto table = Table::embedded("html/entities.tsv", {"name", "code", "bare"});
    if (table.ok()) {
      for (const auto& row : table->rows()) {
        std::uint32_t code = 0;
        std::from_chars(row[1].data(), row[1].data() + row[1].size(), code, 16);
        map->emplace(row[0], Entity{static_cast<char32_t>(code), row[2] == "yes"});
      }
    }
    return map;
  }();
  return *kEntities;
}

// Windows-1252 where a reference names a C1 control, as browsers read it.
char32_t repaired(std::uint32_t code) {
  static constexpr char16_t kC1[32] = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0xFFFD;
  if (code >= 0x80 && code < 0xA0) return kC1[code - 0x80];
  return static_cast<char32_t>(code);
}

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Reads the reference at the front of `raw` (which starts with '&'), appends its character and
// returns its length, or 0 if it is none.
std::size_t append_reference(std::string_view raw, std::string& text) {
  if (raw.size() < 3) return 0;
  if (raw[1] == '#') {
    const bool hex = raw[2] == 'x' || raw[2] == 'X';
    const char* const begin = raw.data() + (hex ? 3 : 2);
    const char* const end = raw.data() + raw.size();
    std::uint32_t code = 0;
    auto [stop, error] = std::from_chars(begin, end, code, hex ? 16 : 10);
    if (stop == begin) return 0;
    if (error != std::errc()) code = 0;
    append_code_point(text, repaired(code));
    if (stop < end && *stop == ';') ++stop;
    return static_cast<std::size_t>(stop - raw.data());
  }
  std::size_t length = 1;
  while (length < raw.size() && length <= kLongestName && is_alnum(raw[length])) ++length;
  const auto& map = entities();
  if (length < raw.size() && raw[length] == ';') {
    const auto found = map.find(raw.substr(1, length - 1));
    if (found != map.end()) {
      append_code_point(text, found->second.code_point);
      return length + 1;
    }
  }
  for (std::size_t size = std::min<std::size_t>(length - 1, 6); size >= 2; --size) {
    const auto found = map.find(raw.substr(1, size));
    if (found == map.end() || !found->second.bare) continue;
    append_code_point(text, found->second.code_point);
    return size + 1;
  }
  return 0;
}

}  // namespace

void append_resolved(std::string_view raw, std::string& text) {
  while (!raw.empty()) {
    const std::size_t at = std::min(raw.find('&'), raw.size());
    text.append(raw, 0, at);
    raw.remove_prefix(at);
    if (raw.empty()) return;
    std::size_t length = append_reference(raw, text);
    if (length == 0) {
      text += '&';
      length = 1;
    }
    raw.remove_prefix(length);
  }
}

}  // namespace rapporteur
