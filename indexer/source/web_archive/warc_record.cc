// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/web_archive/warc_record.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/source/capture.h"
#include "indexer/source/web_archive/header_fields.h"

namespace rapporteur {
namespace {

constexpr std::string_view kMark = "WARC/";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "WARC/1.0", in any case (an old draft has it small); its length, 0 if it is not there.
std::size_t version_size(std::string_view text) {
  if (ascii_lower(text.substr(0, kMark.size())) != "warc/") return 0;
  std::size_t at = kMark.size();
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at > from && at - from <= 3;
  };
  if (!digits() || at == text.size() || text[at++] != '.' || !digits()) return 0;
  return at;
}

// The parts of the one line of old drafts:
//   warc/0.9 LENGTH TYPE URL DATE RECORD-ID CONTENT-TYPE, the last two in either order.
std::vector<std::string_view> line_parts(std::string_view header) {
  const std::string_view line = header.substr(0, header.find_first_of("\r\n"));
  std::vector<std::string_view> parts;
  for (std::size_t at = line.find_first_not_of(' '); at != line.npos;) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    parts.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(' ', end);
  }
  return parts;
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_one_line(std::string_view header) {
  const std::size_t size = version_size(header);
  if (size == 0 || size == header.size() || header[size] != ' ') return false;
  const std::vector<std::string_view> parts = line_parts(header);
  return parts.size() >= 5 && number(parts[1]).has_value();
}

}  // namespace

WarcHeader parse_warc_header(std::string_view header) {
  WarcHeader result;
  const std::size_t line = std::min(header.find('\n'), header.size());
  const HeaderFields fields(header.substr(line));
  if (is_one_line(header)) {
    const std::vector<std::string_view> parts = line_parts(header);
    result.type = ascii_lower(parts[2]);
    result.url = clean_url(parts[3]);
    result.date = parts[4];
    for (std::size_t i = 5; i < parts.size(); ++i) {
      const bool is_media_type = parts[i].find('/') != std::string_view::npos &&
                                 parts[i].find(':') == std::string_view::npos;
      (is_media_type ? result.content_type : result.record_id) = parts[i];
    }
    return result;
  }
  result.type = ascii_lower(fields.get("WARC-Type"));
  result.url = clean_url(fields.get("WARC-Target-URI"));
  result.date = fields.get("WARC-Date");
  result.record_id = fields.get("WARC-Record-ID");
  result.refers_to = fields.get("WARC-Refers-To");
  result.refers_to_url = clean_url(fields.get("WARC-Refers-To-Target-URI"));
  result.payload_digest = fields.get("WARC-Payload-Digest");
  result.content_type = fields.get("Content-Type");
  result.segment = fields.get("WARC-Segment-Number");
  return result;
}

bool WarcFormat::starts_record(std::string_view text) const {
  if (is_one_line(text)) return true;
  const std::size_t version = version_size(text);
  if (version == 0) return false;
  std::string_view rest = text.substr(version);
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos || !trim(rest.substr(0, end)).empty()) return false;
  rest.remove_prefix(end + 1);
  // A field's name, as far as there is one.
  const std::size_t name = rest.find_first_of(": \r\n");
  return name != std::string_view::npos && name > 0 && rest[name] == ':';
}

std::optional<std::size_t> WarcFormat::header_size(std::string_view text) const {
  return find_header_end(text);
}

std::optional<std::uint64_t> WarcFormat::block_size(std::string_view header) const {
  if (!is_one_line(header)) return number(HeaderFields(header).get("Content-Length"));
  // The old drafts count the header too.
  const auto whole = number(line_parts(header)[1]);
  if (!whole || *whole < header.size()) return std::nullopt;
  return *whole - header.size();
}

std::size_t WarcFormat::find_candidate(std::string_view text, std::size_t from) const {
  for (std::size_t at = text.find_first_of("Ww", from); at != text.npos;
       at = text.find_first_of("Ww", at + 1)) {
    if ((at == 0 || text[at - 1] == '\n') && version_size(text.substr(at, 16)) > 0) return at;
  }
  return std::string_view::npos;
}

}  // namespace rapporteur
