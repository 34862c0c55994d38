// SPDX-License-Identifier: GPL-2.0-or-later
//
// The header of a WARC record: ISO 28500 (WARC 1.0, 1.1), its drafts from 0.12 on, which are
// written alike, and the drafts up to 0.10 with all in one line.
#pragma once

#include <string>
#include <string_view>

#include "indexer/source/web_archive/record_cutter.h"

namespace rapporteur {

struct WarcHeader {
  std::string type;  // lower case: "response", "request" ...
  std::string url;   // WARC-Target-URI without <>, blanks in it as %20
  std::string date;  // "2024-05-18T01:58:10Z", in old drafts "20060825210905"
  std::string record_id;
  std::string refers_to;      // the record_id of another
  std::string refers_to_url;  // the URL of another
  std::string payload_digest;
  std::string content_type;
  std::string segment;  // the number of this part, of a record in several
};

// Never fails; what is not there is empty.
WarcHeader parse_warc_header(std::string_view header);

class WarcFormat : public RecordFormat {
 public:
  bool starts_record(std::string_view text) const override;
  std::optional<std::size_t> header_size(std::string_view text) const override;
  std::optional<std::uint64_t> block_size(std::string_view header) const override;
  std::string_view end_mark() const override { return "\r\n\r\n"; }
  std::size_t find_candidate(std::string_view text, std::size_t from) const override;
};

}  // namespace rapporteur
