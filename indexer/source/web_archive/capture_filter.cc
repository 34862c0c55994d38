// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/web_archive/capture_filter.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "indexer/source/web_archive/header_fields.h"

namespace rapporteur {
namespace {

struct NamedKind {
  std::string_view part;  // of the media type
  const char* kind;
};

// Media types of text that is no publication.
constexpr std::array kTextKinds = {
    NamedKind{"css", "style sheets"},       NamedKind{"javascript", "scripts"},
    NamedKind{"ecmascript", "scripts"},     NamedKind{"x-component", "scripts"},
    NamedKind{"mpegurl", "sound and film"}, NamedKind{"dash+xml", "sound and film"},
};

// Media types without text.
constexpr std::array kMediaKinds = {
    NamedKind{"image/", "images"},         NamedKind{"audio/", "sound and film"},
    NamedKind{"video/", "sound and film"}, NamedKind{"font", "fonts"},
    NamedKind{"flash", "sound and film"},  NamedKind{"wasm", "programs"},
    NamedKind{"java-archive", "programs"}, NamedKind{"octet-stream", "binary files"},
    NamedKind{"binary", "binary files"},
};

template <std::size_t n>
std::string named(const std::array<NamedKind, n>& kinds, std::string_view media_type) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const NamedKind& known) {
    return media_type.find(known.part) != media_type.npos;
  });
  return found == kinds.end() ? std::string() : found->kind;
}

bool is_robots_file(std::string_view url) {
  const std::size_t host = url.find("://");
  if (host == url.npos) return false;
  const std::size_t path = url.find('/', host + 3);
  return path != url.npos && url.substr(path, url.find('?', path) - path) == "/robots.txt";
}

bool is_json(std::string_view media_type) {
  return media_type.ends_with("/json") || media_type.ends_with("+json");
}

}  // namespace

std::string kind_of_no_publication(const Capture& capture, InputForm form, std::string_view head) {
  const std::string media_type = capture.media_type.value_or("");
  if (form == InputForm::kEmpty) return "empty pages";
  if (form == InputForm::kNoText) {
    const std::string kind = named(kMediaKinds, media_type);
    return kind.empty() ? "binary files" : kind;
  }
  // An unknown binary file is passed over only where its declared type has no text either.
  if (form == InputForm::kUnknown) return named(kMediaKinds, media_type);
  if (form == InputForm::kTable) return "tables";
  const bool is_text = form == InputForm::kPlainText || form == InputForm::kHtml ||
                       form == InputForm::kJsonLines || form == InputForm::kJson;
  if (!is_text) return "";
  const std::string_view text = trim(head);
  // A script may well hold pieces of a page; a page starts as one.
  if (!text.starts_with('<')) {
    if (const std::string kind = named(kTextKinds, media_type); !kind.empty()) return kind;
    if (is_json(media_type) || form == InputForm::kJson) return "JSON data";
    if (form == InputForm::kPlainText && is_robots_file(capture.url.value_or(""))) {
      return "robots.txt files";
    }
    return "";
  }
  const std::string_view start = text.substr(0, 2048);
  if (start.find("<svg") != start.npos && start.find("<html") == start.npos) return "images";
  if (start.find("<urlset") != start.npos || start.find("<sitemapindex") != start.npos) {
    return "site maps";
  }
  return "";
}

std::string kind_of_answer_unread(std::string_view block) {
  if (!block.starts_with("HTTP/")) return "";
  const HeaderFields fields(block.substr(0, find_header_end(block).value_or(block.size())));
  const std::string media_type = parse_media_type(fields.get("Content-Type")).type;
  const std::string kind = named(kMediaKinds, media_type);
  if (!kind.empty()) return kind;
  return is_json(media_type) ? "JSON data" : named(kTextKinds, media_type);
}

}  // namespace rapporteur
