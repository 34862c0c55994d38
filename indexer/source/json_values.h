// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON that is not one object a line: an array of objects, objects over several lines, or the
// answer of an interface, which is one object around an array of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/peek_stream.h"
#include "indexer/source/record_lines.h"

namespace rapporteur {

// What the beginning of a text that starts with "{" tells.
struct AnswerLook {
  bool holds_array = false;     // of objects, under a name that interfaces give to their answers
  bool ends_with_line = false;  // the object ends on the line that it starts on
  std::size_t end = 0;          // behind the object; 0 if it goes on
};
AnswerLook look_for_answer(std::string_view text);

// Cuts out the outermost objects of a stream, inside of one array or side by side. If the first of
// them holds an array of objects under a name that interfaces give to their answers ("data",
// "results" ...), these are the objects. Looks at nothing but strings and brackets: whether an
// object is JSON is seen later, and costs that object alone.
class JsonValues : public RecordLines {
 public:
  // `stream` must outlive the reader. Objects over `max_bytes` are passed over like lines that are
  // too long.
  JsonValues(PeekStream& stream, std::size_t max_bytes)
      : stream_(stream), max_bytes_(max_bytes), buffer_(256 * 1024) {}

  Result<bool> next(Line& line) override;

 private:
  Result<bool> refill();
  void begin(Line& line);
  void put(Line& line, char c) const;
  // Takes note of `c`; true if an object ends with it.
  bool step(Line& line, char c);
  bool starts_object(char c);

  PeekStream& stream_;
  std::size_t max_bytes_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::uint64_t number_ = 1;  // of the line at_ is on
  // Where in the brackets at_ is.
  std::size_t depth_ = 0;
  std::size_t base_ = 0;  // the depth that objects start at; 2 inside of an answer's array
  bool in_string_ = false;
  bool escaped_ = false;
  // While it may be an answer: the first object, if no array is around it.
  bool may_be_answer_ = true;
  std::string name_;           // the last string of the first object itself
  bool array_opened_ = false;  // the array of that name was opened just now
  bool is_rest_ = false;       // of the answer, behind its array
};

}  // namespace rapporteur
