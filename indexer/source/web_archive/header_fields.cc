// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/web_archive/header_fields.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

// Cuts the first line off `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

HeaderFields::HeaderFields(std::string_view lines) {
  while (!lines.empty()) {
    const std::string_view line = take_line(lines);
    if (!fields_.empty() && (line.starts_with(' ') || line.starts_with('\t'))) {
      const std::string_view more = trim(line);
      if (!more.empty()) fields_.back().second.append(" ").append(more);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    fields_.emplace_back(ascii_lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
  }
}

std::optional<std::string_view> HeaderFields::find(std::string_view name) const {
  const std::string lower = ascii_lower(name);
  for (const auto& [known, value] : fields_) {
    if (known == lower) return value;
  }
  return std::nullopt;
}

MediaType parse_media_type(std::string_view value) {
  MediaType result;
  const std::size_t end = std::min(value.find(';'), value.size());
  result.type = ascii_lower(trim(value.substr(0, end)));
  const std::string parameters = ascii_lower(value.substr(end));
  const std::size_t at = parameters.find("charset");
  if (at == std::string::npos) return result;
  std::string_view charset = trim(std::string_view(parameters).substr(at + 7));
  if (!charset.starts_with('=')) return result;
  charset = trim(charset.substr(1));
  const std::size_t from = std::min(charset.find_first_not_of("\"'"), charset.size());
  charset.remove_prefix(from);
  result.charset = charset.substr(0, charset.find_first_of("\"'; \t,"));
  return result;
}

std::optional<std::size_t> find_header_end(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (rest.starts_with('\n')) return at + 2;
    if (rest.starts_with("\r\n")) return at + 3;
  }
  return std::nullopt;
}

}  // namespace rapporteur
