// SPDX-License-Identifier: GPL-2.0-or-later
//
// libxml2's HTML parser as a stream of events, each text with its place in the source.
#pragma once

#include <cstddef>
#include <string_view>

namespace rapporteur {

// What the parser meets, in source order. Elements are well nested.
class HtmlEvents {
 public:
  // `name` is in lower case; `attributes` are name, value, name, value ..., null; a value may be
  // null, and all of it may be. They live as long as the call.
  virtual void start(std::string_view name, const unsigned char** attributes) = 0;
  virtual void end() = 0;  // of the innermost open element
  // The source ends `name` here, but the parser does not: something inside of it stands open. Its
  // end() comes later.
  virtual void end_refused(std::string_view name) = 0;
  virtual void end_all() = 0;  // of all that are open
  // Characters, references resolved, that stand in [begin, end) of the source.
  virtual void text(std::string_view characters, std::size_t begin, std::size_t end) = 0;

 protected:
  ~HtmlEvents() = default;
};

// Reads `source` (valid UTF-8 without NUL, under 2 GiB).
void read_html(std::string_view source, HtmlEvents& events);

}  // namespace rapporteur
