// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_url.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

// "https" of "https://host/"; "" for a relative reference.
std::string_view scheme_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  for (const char c : url.substr(0, colon)) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '+' || c == '-' || c == '.';
    if (!fits) return {};
  }
  return url.substr(0, colon);
}

// Where the path starts: behind "scheme://authority".
std::size_t path_start(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes == std::string_view::npos) return 0;
  return std::min(url.find_first_of("/?#", slashes + 3), url.size());
}

// Resolves "." and ".." segments (RFC 3986, section 5.2.4).
std::string without_dots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::size_t next = std::min(path.find('/', 1), path.size());
    const std::string_view segment = path.substr(0, next);
    path.remove_prefix(next);
    if (segment == "/.." || segment == "..") {
      out.resize(std::min(out.rfind('/'), out.size()));
      if (path.empty()) out += '/';
    } else if (segment == "/." || segment == ".") {
      if (path.empty()) out += '/';
    } else {
      out += segment;
    }
  }
  return out;
}

}  // namespace

std::string resolve_url(std::string_view base, std::string_view reference) {
  base = trim(base);
  reference = trim(reference);
  const std::size_t start = path_start(base);
  if (start == 0 || !scheme_of(reference).empty()) return std::string(reference);
  base = base.substr(0, base.find('#'));
  if (reference.empty()) return std::string(base);
  if (reference.starts_with("//")) {
    std::string out(scheme_of(base));
    out += ':';
    out += reference;
    return out;
  }
  const std::string_view authority = base.substr(0, start);
  const std::string_view query_free = base.substr(0, base.find('?'));
  std::string out;
  if (reference.front() == '#') {
    out = base;
    return out += reference;
  }
  if (reference.front() == '?') {
    out = query_free;
    return out += reference;
  }
  const std::size_t path_end = std::min(reference.find_first_of("?#"), reference.size());
  std::string path;
  if (reference.front() != '/') {
    const std::string_view base_path = query_free.substr(start);
    const std::size_t last = base_path.rfind('/');
    path = last == std::string_view::npos ? std::string_view("/") : base_path.substr(0, last + 1);
  }
  path += reference.substr(0, path_end);
  out = authority;
  out += without_dots(path);
  return out += reference.substr(path_end);
}

std::string host_of(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes == std::string_view::npos) return {};
  std::string_view host = url.substr(slashes + 2);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos)
    host.remove_prefix(at + 1);
  if (!host.starts_with('[')) host = host.substr(0, host.find(':'));
  std::string lower(host);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  if (lower.starts_with("www.")) lower.erase(0, 4);
  return lower;
}

bool is_web_url(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

}  // namespace rapporteur
