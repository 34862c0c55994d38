// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/web_archive/warc_reader.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"

#include "indexer/source/web_archive/capture_filter.h"
#include "indexer/source/web_archive/captured_response.h"
#include "indexer/source/web_archive/header_fields.h"

namespace rapporteur {
namespace {

constexpr std::size_t kHttpHeaderBytes = 1U << 20;

bool is_page_record(const WarcHeader& header) {
  return header.type == "response" || header.type == "resource" || header.type == "conversion";
}

// Crawlers keep their own notes as records under made-up addresses (urn:pageinfo:...,
// metadata://...): the scheme of one of these, "" of a page's.
std::string_view scheme_of_notes(std::string_view url) {
  constexpr std::array<std::string_view, 4> kNotes = {"urn", "metadata", "dns", "whois"};
  const std::string_view scheme = url.substr(0, url.find(':'));
  const auto known = std::find(kNotes.begin(), kNotes.end(), ascii_lower(scheme));
  return known == kNotes.end() ? std::string_view() : *known;
}

bool is_http(std::string_view url) {
  const std::string start = ascii_lower(url.substr(0, 8));
  return start.starts_with("http:") || start.starts_with("https:");
}

}  // namespace

WarcReader::WarcReader(PeekStream& stream, std::size_t max_bytes, SeenCaptures& seen)
    : cutter_(stream, format_, max_bytes + kHttpHeaderBytes), max_bytes_(max_bytes), seen_(seen) {}

Result<bool> WarcReader::next(Entry& entry) {
  for (;;) {
    auto more = cutter_.next(record_);
    if (!more || !*more) return more;
    entry = Entry();
    entry.from_web = true;
    entry.position = record_.position;
    const WarcHeader header = parse_warc_header(record_.header);
    entry.name = header.url;
    if (record_.is_too_large && !is_page_record(header)) {
      pass_over(header.type + " records");
    } else if (const std::string kind = kind_of_answer_unread(record_.block);
               record_.is_too_large && !kind.empty()) {
      pass_over(kind);
    } else if (!record_.damage.empty()) {
      entry.rejected = record_.damage;
      return true;
    } else if (take(header, entry)) {
      return true;
    }
  }
}

// Makes an entry of the record; false if it holds no page.
bool WarcReader::take(const WarcHeader& header, Entry& entry) {
  if (header.type == "revisit") {
    take_revisit(header);
    return false;
  }
  if (!is_page_record(header)) {
    pass_over((header.type.empty() ? "unnamed" : clean_utf8(header.type)) + " records");
    return false;
  }
  if (const std::string_view scheme = scheme_of_notes(header.url); !scheme.empty()) {
    pass_over(std::string(scheme) + " records");
    return false;
  }
  // The text of a page that was read itself says nothing new.
  if (header.type == "conversion" && seen_.has(header.refers_to)) {
    pass_over("conversions of pages read before");
    return false;
  }
  entry.is_web_text = header.type == "conversion";
  if (!header.url.empty()) entry.capture.url = header.url;
  entry.capture.date = capture_date(header.date);
  if (header.type == "response" && is_http(header.url)) {
    if (!take_response(record_.block, max_bytes_, *this, entry)) return false;
  } else {
    take_media_type(header.content_type, entry.capture);
    entry.bytes = std::make_unique<MemoryStream>(record_.block);
  }
  if (!header.segment.empty() && entry.rejected.empty()) {
    entry.bytes.reset();
    entry.rejected =
        "is only the first part of a page, whose continuation records are not put together";
  }
  if (entry.rejected.empty()) {
    seen_.add(header.record_id);
    seen_.add(header.payload_digest);
    seen_.add(header.url);
  }
  return true;
}

// A page that was fetched again and was the same as an earlier capture of it, or of another one.
void WarcReader::take_revisit(const WarcHeader& header) {
  const bool is_there = seen_.has(header.refers_to) || seen_.has(header.payload_digest) ||
                        seen_.has(header.refers_to_url) || seen_.has(header.url);
  if (is_there) {
    pass_over("revisits of pages read before");
    return;
  }
  if (const std::string kind = kind_of_answer_unread(record_.block); !kind.empty()) {
    pass_over("revisits of " + kind);
    return;
  }
  pass_over("revisits of pages not read before");
  if (missing_++ == 0) first_missing_ = header.url;
}

std::string WarcReader::missing() const {
  if (missing_ == 0) return {};
  return std::to_string(missing_) +
         (missing_ == 1 ? " revisit record points" : " revisit records point") +
         " to pages that were not read before it (" + first_missing_ +
         (missing_ == 1 ? ")" : ", ...)") + "; give the archives that hold them too";
}

}  // namespace rapporteur
