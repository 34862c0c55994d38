// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/web_archive/captured_response.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/source/web_archive/content_coding.h"
#include "indexer/source/web_archive/header_fields.h"

namespace rapporteur {
namespace {

constexpr int kOk = 200;

// The number in "HTTP/1.1 200 OK".
std::optional<int> status_of(std::string_view block) {
  const std::string_view line = block.substr(0, block.find('\n'));
  const std::size_t blank = line.find(' ');
  if (!line.starts_with("HTTP/") || blank == std::string_view::npos) return std::nullopt;
  const std::string_view rest = trim(line.substr(blank));
  int status = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), status);
  (void)end;
  return error == std::errc() ? std::optional(status) : std::nullopt;
}

std::string kind_of_answer(int status) {
  const std::string number = '(' + std::to_string(status) + ')';
  if (status >= 300 && status < 400) return "redirects " + number;
  if (status == 404 || status == 410) return "pages that were gone " + number;
  return "other answers " + number;
}

}  // namespace

bool take_response(std::string_view block, std::size_t max_bytes, Container& container,
                   Entry& entry) {
  const std::optional<int> status = status_of(block);
  if (!status) {
    entry.rejected = "has no HTTP status line";
    return true;
  }
  if (*status != kOk) {
    container.pass_over(kind_of_answer(*status));
    return false;
  }
  const std::size_t body_at = find_header_end(block).value_or(block.size());
  const HeaderFields fields(block.substr(0, body_at));
  take_media_type(fields.get("Content-Type"), entry.capture);
  auto body = decode_body(block.substr(body_at), fields, max_bytes);
  if (!body) {
    entry.rejected = body.error().message;
    return true;
  }
  if (!body->damage.empty()) entry.notice = body->damage + "; it is read as far as it goes";
  entry.bytes = std::make_unique<MemoryStream>(std::move(body->bytes));
  return true;
}

void take_media_type(std::string_view content_type, Capture& capture) {
  const MediaType declared = parse_media_type(content_type);
  if (!declared.type.empty()) capture.media_type = clean_utf8(declared.type);
  if (!declared.charset.empty()) capture.charset = clean_utf8(declared.charset);
}

}  // namespace rapporteur
