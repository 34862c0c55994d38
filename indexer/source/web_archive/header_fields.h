// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines of "Name: value", as WARC records and HTTP answers have them in front.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur {

class HeaderFields {
 public:
  HeaderFields() = default;
  // Lines end with LF or CR LF; one that starts with a blank goes on with the field before; one
  // without a colon is passed over.
  explicit HeaderFields(std::string_view lines);

  // The first value of that name (any case), trimmed; empty if there is none. Any bytes.
  std::optional<std::string_view> find(std::string_view name) const;
  std::string_view get(std::string_view name) const { return find(name).value_or(""); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;  // names in lower case
};

// A Content-Type: "text/html; charset=utf-8".
struct MediaType {
  std::string type;  // lower case, without parameters; "" if there is none
  std::string charset;
};
MediaType parse_media_type(std::string_view value);

// Where the blank line behind a header ends, counted from the start of `text`; empty if `text` does
// not hold it.
std::optional<std::size_t> find_header_end(std::string_view text);

std::string ascii_lower(std::string_view text);

}  // namespace rapporteur
