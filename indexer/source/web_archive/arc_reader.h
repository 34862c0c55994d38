// SPDX-License-Identifier: GPL-2.0-or-later
//
// The pages in an ARC file (versions 1 and 2), the Internet Archive's format before WARC: each
// record has one line of words in front.
//   1: URL IP-address Archive-date Content-type Archive-length
//   2: URL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename
//      Archive-length
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/container.h"
#include "indexer/source/web_archive/record_cutter.h"

namespace rapporteur {

struct ArcHeader {
  std::string_view url;  // may hold blanks
  std::string_view date;
  std::string_view content_type;
  std::string_view length;
};

// The words of a line, without its line end; empty if they are no header.
std::optional<ArcHeader> parse_arc_header(std::string_view line);

class ArcFormat : public RecordFormat {
 public:
  bool starts_record(std::string_view text) const override;
  std::optional<std::size_t> header_size(std::string_view text) const override;
  std::optional<std::uint64_t> block_size(std::string_view header) const override;
  std::size_t find_candidate(std::string_view text, std::size_t from) const override;
};

class ArcReader : public Container {
 public:
  // `stream` must outlive the reader. `max_bytes` is the most a page may have.
  ArcReader(PeekStream& stream, std::size_t max_bytes);

  Result<bool> next(Entry& entry) override;

 private:
  bool take(const ArcHeader& header, Entry& entry);

  const ArcFormat format_;
  RecordCutter cutter_;
  const std::size_t max_bytes_;
  CutRecord record_;
};

}  // namespace rapporteur
