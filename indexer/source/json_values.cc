// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/json_values.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace rapporteur {

namespace {

constexpr std::size_t kLongestAnswerName = 16;

// What interfaces call the array of what was asked for (ReliefWeb, OData, CKAN, Drupal ...).
bool is_answer_name(std::string_view name) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "data", "results", "result", "items", "records", "documents", "posts", "articles", "value"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

}  // namespace

AnswerLook look_for_answer(std::string_view text) {
  AnswerLook look;
  std::size_t depth = 0;
  bool in_string = false;
  bool escaped = false;
  std::string name;
  bool array_opened = false;
  bool one_line = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    one_line = one_line && c != '\n';
    if (in_string) {
      if (!escaped && c == '"') in_string = false;
      escaped = !escaped && c == '\\';
      if (in_string && depth == 1 && name.size() < kLongestAnswerName) name += c;
      continue;
    }
    if (array_opened && c == '{') look.holds_array = true;
    if (!is_blank(c)) array_opened = false;
    if (c == '"') {
      in_string = true;
      if (depth == 1) name.clear();
    } else if (c == '{' || c == '[') {
      array_opened = c == '[' && depth == 1 && is_answer_name(name);
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      look.end = at + 1;
      look.ends_with_line = one_line;
      break;
    }
  }
  return look;
}

Result<bool> JsonValues::refill() {
  if (at_ < end_) return true;
  auto got = stream_.read(buffer_.data(), buffer_.size());
  if (!got) return got.error();
  at_ = 0;
  end_ = *got;
  return end_ > 0;
}

void JsonValues::put(Line& line, char c) const {
  ++line.length;
  if (line.too_long) return;
  if (line.length > max_bytes_) {
    line.too_long = true;
    line.text = std::string();
    return;
  }
  // A record is a line to whoever reads it next; a line break inside of a string is no JSON.
  line.text += c == '\n' || c == '\r' ? ' ' : c;
}

void JsonValues::begin(Line& line) {
  line.text.clear();
  line.length = 0;
  line.too_long = false;
  line.number = number_;
}

// Whether an object to cut out starts with `c`.
bool JsonValues::starts_object(char c) {
  const bool of_answer = array_opened_ && c == '{';
  if (!is_blank(c)) array_opened_ = false;
  if (of_answer) {
    may_be_answer_ = false;
    base_ = depth_;
  }
  return c == '{' && !in_string_ && depth_ == base_;
}

bool JsonValues::step(Line& line, char c) {
  if (depth_ > base_ && !is_rest_) put(line, c);
  if (in_string_) {
    if (!escaped_ && c == '"') in_string_ = false;
    escaped_ = !escaped_ && c == '\\';
    if (may_be_answer_ && in_string_ && name_.size() < kLongestAnswerName) name_ += c;
    return false;
  }
  switch (c) {
    case '"':
      in_string_ = depth_ > 0;
      if (may_be_answer_ && depth_ == 1) name_.clear();
      return false;
    case '{':
      ++depth_;
      return false;
    case '[':
      if (depth_ == 0) {
        may_be_answer_ = false;  // the array around all objects does not count
        return false;
      }
      array_opened_ = may_be_answer_ && depth_ == 1 && is_answer_name(name_);
      ++depth_;
      return false;
    case '}':
    case ']':
      if (depth_ == 0) return false;
      --depth_;
      if (depth_ < base_) {
        base_ = 0;
        is_rest_ = true;
      }
      if (depth_ > base_ || c == ']') return false;
      may_be_answer_ = false;
      return !std::exchange(is_rest_, false);
    default:
      return false;
  }
}

Result<bool> JsonValues::next(Line& line) {
  begin(line);
  for (;;) {
    const auto more = refill();
    if (!more) return more.error();
    if (!*more) {
      // What was begun and not ended is given as it is: it will be rejected with its place.
      const bool begun = depth_ > base_ && line.length > 0;
      depth_ = base_;
      return begun;
    }
    const char c = buffer_[at_++];
    if (c == '\n') ++number_;
    if (starts_object(c)) {
      begin(line);
      ++depth_;
      put(line, c);
      continue;
    }
    if (step(line, c)) return true;
  }
}

}  // namespace rapporteur
