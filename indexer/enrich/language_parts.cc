// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/language_parts.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/enrich/language.h"

namespace rapporteur {
namespace {

constexpr std::size_t kShortestText = 600;      // bytes of a text that is looked at
constexpr std::size_t kSample = 600;            // bytes at either end that are compared first
constexpr std::size_t kShortestParagraph = 80;  // bytes that tell a language; shorter ones follow
constexpr std::size_t kShortestPart = 300;
constexpr std::size_t kLongPart = 1000;
constexpr std::size_t kFairShare = 8;  // of the text: no part is smaller than an eighth
constexpr std::size_t kLongestTitle = 200;

// Paragraphs in one language: bytes [begin, end) of the text.
struct Run {
  std::string language;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::string_view tail(std::string_view text, std::size_t size) {
  std::size_t at = text.size() > size ? text.size() - size : 0;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return text.substr(at);
}

bool may_change(std::string_view body) {
  if (body.size() < kShortestText) return false;
  const std::size_t sample = std::min(kSample, body.size() / 3);
  const auto first = detect_language("", utf8_prefix(body, sample), std::nullopt);
  const auto last = detect_language("", tail(body, sample), std::nullopt);
  return first && last && *first != *last;
}

std::vector<Run> runs_of(std::string_view body) {
  std::vector<Run> runs;
  std::size_t lead = std::string_view::npos;  // where short paragraphs began, a title perhaps
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find("\n\n", at), body.size());
    const std::string_view paragraph = body.substr(at, end - at);
    const std::size_t next = std::min(end + 2, body.size());
    std::optional<std::string> language;
    if (paragraph.size() >= kShortestParagraph)
      language = detect_language("", paragraph, std::nullopt);
    if (!language) {
      if (lead == std::string_view::npos) lead = at;
    } else {
      const std::size_t begin = lead == std::string_view::npos ? at : lead;
      lead = std::string_view::npos;
      if (!runs.empty() && runs.back().language == *language) {
        runs.back().end = next;
      } else {
        if (!runs.empty()) runs.back().end = begin;
        runs.push_back({*language, runs.empty() ? 0 : begin, next});
      }
    }
    at = next;
  }
  if (!runs.empty()) runs.back().end = body.size();
  return runs;
}

// Without the runs that are too small to be parts: they belong to the one before.
std::vector<Run> without_small(const std::vector<Run>& runs, std::size_t whole) {
  std::vector<Run> large;
  for (const Run& run : runs) {
    const std::size_t size = run.end - run.begin;
    const bool small = size < kShortestPart || size * kFairShare < whole;
    if (!large.empty() && (small || large.back().language == run.language)) {
      large.back().end = run.end;
    } else {
      large.push_back(run);
    }
  }
  return large;
}

// Languages that are so much alike that a paragraph in one is taken for the other.
bool are_close(const std::string& a, const std::string& b) {
  static const std::vector<std::set<std::string>> kFamilies = {
      {"es", "pt", "gl", "ca", "an", "ast", "oc", "it", "ia", "ie", "eo", "la", "co", "fr", "rm"},
      {"no", "da", "sv", "is", "fo"},
      {"ru", "uk", "be", "bg", "mk", "sr"},
      {"hr", "bs", "sr", "sl"},
      {"cs", "sk"},
      {"id", "ms", "jv", "su"},
      {"de", "nl", "af", "lb", "fy"}};
  return std::any_of(kFamilies.begin(), kFamilies.end(), [&](const std::set<std::string>& family) {
    return family.contains(a) && family.contains(b);
  });
}

// Each language once, and alike ones only in long parts.
bool are_parts(const std::vector<Run>& runs) {
  std::set<std::string> languages;
  for (const Run& run : runs) {
    for (const std::string& other : languages)
      if (are_close(run.language, other) && run.end - run.begin < kLongPart) return false;
    if (!languages.insert(run.language).second) return false;
  }
  return true;
}

// Takes a first line that is a title out of `text`.
std::optional<std::string> take_title(std::string& text) {
  const std::size_t end = text.find("\n\n");
  if (end == std::string::npos || end > kLongestTitle) return std::nullopt;
  const std::string line = text.substr(0, end);
  for (const std::string_view stop : {".", ":", ";", ",", "。"})
    if (line.ends_with(stop)) return std::nullopt;
  text.erase(0, end + 2);
  return line;
}

void cut(Piece piece, std::vector<Piece>& into) {
  const std::string_view body = std::string_view(piece.text).substr(0, piece.body_end);
  std::vector<Run> runs;
  if (piece.kind != "teaser" && may_change(body)) runs = without_small(runs_of(body), body.size());
  if (runs.size() < 2 || !are_parts(runs)) {
    into.push_back(std::move(piece));
    return;
  }
  for (std::size_t i = 0; i < runs.size(); ++i) {
    Piece part = piece;
    const bool last = i + 1 == runs.size();
    part.text = std::string(trim(body.substr(runs[i].begin, runs[i].end - runs[i].begin)));
    part.continues = i > 0;
    if (i > 0) {
      if (auto title = take_title(part.text)) part.title = std::move(title);
    }
    part.body_end = part.text.size();
    if (last && piece.body_end < piece.text.size()) {
      part.text += "\n\n";
      part.body_end = part.text.size();
      part.text += piece.text.substr(piece.body_end);
    }
    into.push_back(std::move(part));
  }
}

}  // namespace

SplitPage cut_by_language(SplitPage parts) {
  std::vector<Piece> pieces;
  pieces.reserve(parts.pieces.size());
  for (Piece& piece : parts.pieces) cut(std::move(piece), pieces);
  parts.pieces = std::move(pieces);
  return parts;
}

}  // namespace rapporteur
