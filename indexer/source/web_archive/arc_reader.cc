// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/web_archive/arc_reader.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/source/capture.h"
#include "indexer/source/web_archive/capture_filter.h"
#include "indexer/source/web_archive/captured_response.h"

namespace rapporteur {
namespace {

constexpr std::size_t kHttpHeaderBytes = 1U << 20;
constexpr std::size_t kLongestLine = RecordCutter::kLookAhead;

std::string_view first_line(std::string_view text) {
  std::string_view line = text.substr(0, std::min(text.find('\n'), kLongestLine));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(' '); at != line.npos;) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(' ', end);
  }
  return words;
}

bool all_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == text.npos;
}

bool is_ip_address(std::string_view word) {
  if (word == "-") return true;
  if (word.find('.') != word.npos) return all_of(word, "0123456789.") && word.size() >= 7;
  return all_of(word, "0123456789abcdefABCDEF:") && word.find(':') != word.npos;
}

bool is_date(std::string_view word) {
  return word.size() >= 8 && all_of(word, "0123456789");
}

bool has_scheme(std::string_view url) {
  constexpr std::string_view kSchemeChars =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-.";
  const std::size_t colon = url.find(':');
  return colon != url.npos && colon > 1 && all_of(url.substr(0, colon), kSchemeChars);
}

}  // namespace

std::optional<ArcHeader> parse_arc_header(std::string_view line) {
  if (!has_scheme(line)) return std::nullopt;
  const std::vector<std::string_view> words = words_of(line);
  // From the right, since blanks happen in URLs: the address with a date behind it, else the one
  // with the right number of words behind.
  std::size_t address = 0;
  for (std::size_t at = words.size(); at-- > 1;) {
    const std::size_t behind = words.size() - at - 1;
    if (behind < 3 || !is_ip_address(words[at])) continue;
    if (is_date(words[at + 1])) {
      address = at;
      break;
    }
    if (address == 0 && (behind == 3 || behind == 8)) address = at;
  }
  if (address == 0) return std::nullopt;
  const auto from = static_cast<std::size_t>(words[address].data() - line.data());
  return ArcHeader{trim(line.substr(0, from)), words[address + 1], words[address + 2],
                   words.back()};
}

bool ArcFormat::starts_record(std::string_view text) const {
  return parse_arc_header(first_line(text)).has_value();
}

std::optional<std::size_t> ArcFormat::header_size(std::string_view text) const {
  const std::size_t end = text.find('\n');
  return end == text.npos ? std::nullopt : std::optional(end + 1);
}

std::optional<std::uint64_t> ArcFormat::block_size(std::string_view header) const {
  const auto words = parse_arc_header(first_line(header));
  if (!words) return std::nullopt;
  std::uint64_t size = 0;
  const char* const last = words->length.data() + words->length.size();
  const auto [end, error] = std::from_chars(words->length.data(), last, size);
  return error == std::errc() && end == last ? std::optional(size) : std::nullopt;
}

std::size_t ArcFormat::find_candidate(std::string_view text, std::size_t from) const {
  if (from == 0) return text.empty() ? text.npos : 0;
  const std::size_t feed = text.find('\n', from - 1);
  return feed == text.npos || feed + 1 >= text.size() ? text.npos : feed + 1;
}

ArcReader::ArcReader(PeekStream& stream, std::size_t max_bytes)
    : cutter_(stream, format_, max_bytes + kHttpHeaderBytes), max_bytes_(max_bytes) {}

Result<bool> ArcReader::next(Entry& entry) {
  for (;;) {
    auto more = cutter_.next(record_);
    if (!more || !*more) return more;
    entry = Entry();
    entry.from_web = true;
    entry.position = record_.position;
    const auto header = parse_arc_header(first_line(record_.header));
    if (header) entry.name = clean_url(header->url);
    if (const std::string kind = kind_of_answer_unread(record_.block);
        record_.is_too_large && !kind.empty()) {
      pass_over(kind);
    } else if (!record_.damage.empty()) {
      entry.rejected = record_.damage;
      return true;
    } else if (take(*header, entry)) {
      return true;
    }
  }
}

// Makes an entry of the record; false if it holds no page.
bool ArcReader::take(const ArcHeader& header, Entry& entry) {
  if (entry.name.starts_with("filedesc:") || entry.name.starts_with("dns:")) {
    pass_over(entry.name.substr(0, entry.name.find(':')) + " records");
    return false;
  }
  entry.capture.url = entry.name;
  entry.capture.date = capture_date(header.date);
  if (record_.block.starts_with("HTTP/")) {
    return take_response(record_.block, max_bytes_, *this, entry);
  }
  take_media_type(header.content_type, entry.capture);
  entry.bytes = std::make_unique<MemoryStream>(record_.block);
  return true;
}

}  // namespace rapporteur
