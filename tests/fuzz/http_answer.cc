// SPDX-License-Identifier: GPL-2.0-or-later
//
// An HTTP answer as crawls store it, with its chunks and compression.
#include <algorithm>

#include "indexer/source/web_archive/content_coding.h"
#include "tests/fuzz/fuzz.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view answer = fuzz::as_text(data, size);
  constexpr std::size_t kMaxPage = 1U << 20;
  const std::size_t body = find_header_end(answer).value_or(size);
  const HeaderFields fields(answer.substr(0, body));
  (void)parse_media_type(fields.get("Content-Type"));
  const auto decoded = decode_body(answer.substr(body), fields, kMaxPage);
  if (!decoded) fuzz::require(!decoded.error().message.empty(), "a failure has a reason");
  if (decoded)
    fuzz::require(decoded->bytes.size() <= std::max(kMaxPage, size), "a page is bounded");
  return 0;
}
