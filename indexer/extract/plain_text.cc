// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/plain_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/charset/decode.h"
#include "indexer/extract/day_line.h"

namespace rapporteur {

namespace {

// A line that holds something: its trimmed bytes and the blank lines above it.
struct Line {
  std::size_t begin;
  std::size_t end;
  std::size_t columns;  // characters, not bytes
  int blank_lines_before;
};

std::vector<Line> cut_lines(std::string_view bytes) {
  std::vector<Line> lines;
  int blank_lines = 0;
  std::size_t start = bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  while (start < bytes.size()) {
    std::size_t end = bytes.find_first_of("\r\n", start);
    if (end == std::string_view::npos) end = bytes.size();
    const std::string_view line = bytes.substr(start, end - start);
    const std::string_view text = trim(line);
    if (text.empty()) {
      ++blank_lines;
    } else {
      const std::size_t begin = start + static_cast<std::size_t>(text.data() - line.data());
      const auto columns = static_cast<std::size_t>(
          std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
      lines.push_back({begin, begin + text.size(), columns, blank_lines});
      blank_lines = 0;
    }
    start = end + 1;
    if (end + 1 < bytes.size() && bytes[end] == '\r' && bytes[end + 1] == '\n') ++start;
  }
  return lines;
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// "•", "-", "3.", "(iv)", "a)" in front of a text.
bool is_list_item(std::string_view line) {
  std::size_t position = 0;
  const char32_t first = next_code_point(line, position);
  switch (first) {
    case '-':
    case '*':
    case 0xB7:
    case 0x2013:
    case 0x2014:
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x25AA:
    case 0x25AB:
    case 0x25CF:
    case 0x25E6:
    case 0xF0B7:  // the bullet of old word processors
      return position < line.size() && is_space(next_code_point(line, position));
    default:
      break;
  }
  position = line[0] == '(' ? 1 : 0;
  const std::size_t mark = position;
  if (position < line.size() && is_ascii_digit(line[position])) {
    while (position < line.size() && is_ascii_digit(line[position])) ++position;
  } else {
    while (position < line.size() && is_ascii_letter(line[position])) ++position;
    // A letter or a small Roman number; "e." is as well an initial, so letters need a bracket.
    if (position - mark > 4 || position >= line.size() || line[position] != ')') return false;
  }
  if (position == mark || position - mark > 4 || position + 1 >= line.size()) return false;
  if (line[position] != ')' && (line[position] != '.' || mark == 1)) return false;
  ++position;
  return is_space(next_code_point(line, position));
}

// The width a page was wrapped at by hand, if it was: most of its inner line breaks stand where the
// next word would not have fitted.
class Wrapping {
 public:
  Wrapping(std::string_view bytes, const std::vector<Line>& lines) : bytes_(bytes) {
    for (const Line& line : lines) width_ = std::max(width_, line.columns);
    if (width_ > kWidest || width_ < kNarrowest) {
      width_ = 0;
      return;
    }
    std::size_t breaks = 0;
    std::size_t full = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (lines[i].blank_lines_before > 0) continue;
      ++breaks;
      full += continues(lines[i - 1], lines[i]);
    }
    if (full < 4 || full * 3 < breaks * 2) width_ = 0;
  }

  // True if `line` goes on with the paragraph of `before`.
  bool continues(const Line& before, const Line& line) const {
    if (width_ == 0 || line.blank_lines_before > 0) return false;
    const std::string_view text = bytes_.substr(line.begin, line.end - line.begin);
    const std::size_t word = std::min(text.find(' '), text.size());
    return before.columns + 1 + std::min(word, kLongestWord) + kSlack > width_;
  }

 private:
  static constexpr std::size_t kNarrowest = 50;
  static constexpr std::size_t kWidest = 132;
  static constexpr std::size_t kLongestWord = 12;
  static constexpr std::size_t kSlack = 4;

  std::string_view bytes_;
  std::size_t width_ = 0;  // 0: lines are paragraphs
};

// The blocks of a page in UTF-8, broken characters allowed.
Page read_utf8(std::string_view bytes) {
  Page page;
  const std::vector<Line> lines = cut_lines(bytes);
  const Wrapping wrapping(bytes, lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const std::string_view raw = bytes.substr(line.begin, line.end - line.begin);
    std::string text = is_clean_utf8(raw) ? std::string(raw) : clean_utf8(raw);
    BlockKind kind = BlockKind::kParagraph;
    if (day_line(text) != DayLine::kNone) {
      kind = BlockKind::kTime;
    } else if (is_list_item(text)) {
      kind = BlockKind::kListItem;
    }
    if (kind == BlockKind::kParagraph && !page.blocks.empty() &&
        page.blocks.back().kind != BlockKind::kTime && wrapping.continues(lines[i - 1], line)) {
      Block& paragraph = page.blocks.back();
      paragraph.text += '\n';
      paragraph.text += text;
      paragraph.offset.end = line.end;
      continue;
    }
    Block block;
    block.kind = kind;
    block.text = std::move(text);
    block.offset = {line.begin, line.end};
    block.blank_lines_before = line.blank_lines_before;
    page.blocks.push_back(std::move(block));
  }
  return page;
}

}  // namespace

Page read_plain_text(std::string_view bytes, std::string source, std::string site,
                     const std::optional<std::string>& charset) {
  Page page;
  if (is_clean_utf8(bytes) && bytes.find('\x1B') == std::string_view::npos) {
    page = read_utf8(bytes);
  } else {
    const DecodedText decoded = decode_text(bytes, {charset, false});
    page = read_utf8(decoded.text);
    for (Block& block : page.blocks) {
      block.offset = {decoded.source_offset(block.offset.begin),
                      decoded.source_offset(block.offset.end)};
    }
  }
  page.source = std::move(source);
  page.site = std::move(site);
  return page;
}

}  // namespace rapporteur
