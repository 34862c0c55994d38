// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/record_id.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

std::string hash_of(std::string_view text) {
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, XXH3_128bits(text.data(), text.size()));
  constexpr char kDigits[] = "0123456789abcdef";
  std::string id;
  for (int i = 0; i < 10; ++i) {
    id += kDigits[bytes.digest[i] >> 4];
    id += kDigits[bytes.digest[i] & 15];
  }
  return id;
}

bool starts_with_any_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(), [](char want, char have) {
           return want == std::tolower(static_cast<unsigned char>(have));
         });
}

// Parameters that say how a reader came to the page, never which page it is.
bool is_tracking(std::string_view parameter) {
  constexpr std::array<std::string_view, 9> kNames = {
      "fbclid=", "gclid=", "msclkid=", "mc_cid=", "mc_eid=", "igshid=", "yclid=", "_ga=", "dclid="};
  return parameter.starts_with("utm_") ||
         std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return parameter.starts_with(name); });
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    if (!parameter.empty() && !is_tracking(parameter)) {
      if (!kept.empty()) kept += '&';
      kept += parameter;
    }
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return kept;
}

}  // namespace

std::string canonical_url(std::string_view url) {
  url = trim(url);
  std::string_view default_port;
  if (starts_with_any_case(url, "http://")) {
    url.remove_prefix(7);
    default_port = ":80";
  } else if (starts_with_any_case(url, "https://")) {
    url.remove_prefix(8);
    default_port = ":443";
  }
  url = url.substr(0, url.find('#'));
  const std::size_t question = std::min(url.find('?'), url.size());
  std::string_view place = url.substr(0, question);
  const std::size_t slash = std::min(place.find('/'), place.size());
  std::string_view host = place.substr(0, slash);
  std::string_view path = place.substr(slash);
  if (starts_with_any_case(host, "www.")) host.remove_prefix(4);
  if (!default_port.empty() && host.ends_with(default_port)) {
    host.remove_suffix(default_port.size());
  }
  while (path.ends_with('/')) path.remove_suffix(1);
  std::string result;
  for (const char c : host) {
    result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  result += path;
  const std::string query =
      question < url.size() ? without_tracking(url.substr(question + 1)) : std::string();
  if (!query.empty()) result += '?' + query;
  return result;
}

std::string id_from_url(std::string_view url) {
  return hash_of("url " + canonical_url(url));
}

std::string id_from_teaser_url(std::string_view url) {
  return hash_of("teaser " + canonical_url(url));
}

std::string id_from_source(std::string_view source, std::uint64_t ordinal) {
  return hash_of("source " + std::to_string(ordinal) + ' ' + std::string(source));
}

std::string id_from_unnamed(std::string_view text, std::uint64_t ordinal) {
  return hash_of("unnamed " + std::to_string(ordinal) + ' ' + std::string(text));
}

}  // namespace rapporteur
