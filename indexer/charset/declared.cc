// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/charset/declared.h"

#include <array>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

constexpr std::size_t kHeadBytes = 4096;  // a declaration stands near the top

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// The value that starts at `from` of `head`, behind a '=', quoted or not; "" if there is none.
std::string value_at(const std::string& head, std::size_t from) {
  from = head.find_first_not_of(" \t\r\n", from);
  if (from == std::string::npos || head[from] != '=') return "";
  from = head.find_first_not_of(" \t\r\n\"'", from + 1);
  if (from == std::string::npos) return "";
  const std::size_t to = head.find_first_of(" \t\r\n\"';/>?", from);
  return head.substr(from, to == std::string::npos ? to : to - from);
}

}  // namespace

std::string real_charset(std::string_view name) {
  std::string label = lower(trim(name));
  static constexpr std::array<std::array<const char*, 2>, 14> kLabels = {{
      {"iso-8859-1", "windows-1252"},
      {"latin1", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"ascii", "windows-1252"},
      {"iso8859-1", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"gb2312", "gb18030"},
      {"gbk", "gb18030"},
      {"x-sjis", "windows-31j"},
      {"shift_jis", "windows-31j"},
      {"tis-620", "windows-874"},
      {"ks_c_5601-1987", "windows-949"},
      {"utf8", "utf-8"},
      {"x-user-defined", "windows-1252"},
  }};
  for (const auto& [from, to] : kLabels)
    if (label == from) return to;
  return label;
}

std::string charset_in_markup(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, kHeadBytes));
  if (const std::size_t start = head.find("<?xml"); start < 16) {
    const std::size_t end = head.find("?>", start);
    const std::size_t at = head.find("encoding", start);
    if (end != std::string::npos && at < end) return value_at(head, at + 8);
  }
  for (std::size_t at = head.find("charset"); at != std::string::npos;
       at = head.find("charset", at + 7)) {
    const std::size_t tag = head.rfind('<', at);
    if (tag == std::string::npos || head.compare(tag, 5, "<meta") != 0) continue;
    if (std::string value = value_at(head, at + 7); !value.empty()) return value;
  }
  return "";
}

}  // namespace rapporteur
