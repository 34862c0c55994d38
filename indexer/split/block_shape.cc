// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/split/block_shape.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "common/text/utf8.h"

namespace rapporteur {

namespace {

constexpr std::uint32_t kLongestLine = 32;       // words of a title; longer is a paragraph
constexpr std::uint32_t kShortestParagraph = 9;  // words of a paragraph without a full stop
constexpr std::uint32_t kLongestLabelled = 24;   // words of "Contact: ..." with all its titles
constexpr std::uint32_t kLongestLabel = 5;       // words in front of a colon
constexpr std::uint32_t kLongestKnownLabel = 8;  // the same, if they are words of labels.tsv
constexpr std::size_t kLongestTopic = 60;        // bytes in front of the bar, more for others

bool is_full_stop(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:  // …
    case 0x061F:  // Arabic question mark
    case 0x06D4:
    case 0x0964:  // danda
    case 0x0965:
    case 0x0589:
    case 0x1362:
    case 0x104B:
    case 0x17D4:
    case 0x3002:  // ideographic full stop
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
      return true;
    default:
      return false;
  }
}

bool is_asking(char32_t c) {
  return c == '?' || c == '!' || c == 0x061F || c == 0xFF01 || c == 0xFF1F;
}

bool is_colon(char32_t c) {
  return c == ':' || c == 0xFF1A;
}

bool is_open_end(char32_t c) {
  return c == ',' || c == ';' || c == 0x060C || c == 0x061B || c == 0x3001 || c == 0xFF0C ||
         c == 0xFF1B;
}

bool is_comma(char32_t c) {
  return c == ',' || c == 0x060C || c == 0x3001 || c == 0xFF0C;
}

bool is_bar(char32_t c) {
  return c == '|' || c == 0xFF5C || c == 0x00A6;
}

bool is_closer(char32_t c) {
  if (c < 0x80) return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*';
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_PF_MASK | U_GC_PE_MASK | U_GC_PI_MASK)) !=
             0 ||
         c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

char32_t last_code_point(std::string_view text, std::size_t& end) {
  std::size_t start = end;
  do {
    --start;
  } while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80);
  std::size_t position = start;
  end = start;
  return next_code_point(text, position);
}

// The sign a text ends with once quotes, brackets and note marks such as "[6]" are taken off.
char32_t final_sign(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t before = end;
    const char32_t c = last_code_point(text, before);
    if (c == ']') {
      std::size_t mark = before;
      while (mark > 0 && text[mark - 1] >= '0' && text[mark - 1] <= '9') --mark;
      if (mark > 0 && mark < before && text[mark - 1] == '[') {
        end = mark - 1;
        continue;
      }
    }
    if (!is_closer(c) && !is_space(c)) return c;
    end = before;
  }
  return 0;
}

// How much of a word a character of a script without spaces is, in quarters; 0: it has spaces.
std::uint32_t quarter_words(char32_t c) {
  if (c < 0x0E00) return 0;
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3040 && c <= 0x30FF) ||
      (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF)) {
    return 2;
  }
  const bool unspaced =
      (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
  return unspaced ? 1 : 0;
}

// Counts words and what they start with, commas, and finds the first colon and the only bar.
struct Scan {
  std::size_t colon = std::string_view::npos;
  std::uint32_t words_before_colon = 0;
  std::size_t bar = 0;
  std::uint32_t words_before_bar = 0;
  int bars = 0;
  std::size_t digits = 0;
  std::size_t letters = 0;
  bool at_sign = false;
  bool stop_inside = false;
  bool plus = false;

  void run(std::string_view text, BlockShape& shape) {
    bool in_word = false;
    std::uint32_t quarters = 0;
    std::size_t tokens = 0;
    char32_t previous = ' ';
    for (std::size_t position = 0; position < text.size();) {
      const std::size_t start = position;
      const auto byte = static_cast<unsigned char>(text[position]);
      char32_t c = byte;
      if (byte < 0x80) {
        ++position;
      } else {
        c = next_code_point(text, position);
      }
      const bool letter =
          c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isalpha(static_cast<UChar32>(c));
      const bool digit = c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(static_cast<UChar32>(c));
      if (letter || digit) {
        letters += letter;
        digits += digit;
        if (const std::uint32_t part = quarter_words(c)) {
          quarters += part;
          in_word = false;
        } else if (!in_word) {
          ++tokens;
          in_word = true;
          note_first(c, letter, shape);
        }
      } else if (c != '\'' && c != 0x2019 && c != '-' &&
                 (c < 0x80 || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) == 0)) {
        in_word = false;
        const auto words = static_cast<std::uint32_t>(tokens + (quarters + 3) / 4);
        if (c == '\n') shape.one_line = false;
        if (is_comma(c)) ++shape.commas;
        if (c == '.' ? position < text.size() && text[position] == ' '
                     : c > 0x7F && is_full_stop(c)) {
          stop_inside = stop_inside || position < text.size();
        }
        if (is_bar(c) && start > 0 && (is_space(previous) || c == 0xFF5C)) {
          if (bars++ == 0) {
            bar = start;
            words_before_bar = words;
          }
        }
        if (is_colon(c) && colon == std::string_view::npos && !inside_number_or_link(text, start)) {
          colon = start;
          words_before_colon = words;
        }
        if (c == '@') at_sign = at_sign || (!is_space(previous) && position < text.size());
        if (c == '+') plus = true;
      }
      previous = c;
    }
    shape.words = static_cast<std::uint32_t>(tokens + (quarters + 3) / 4);
  }

 private:
  static void note_first(char32_t c, bool letter, BlockShape& shape) {
    if (!letter) return;
    const bool first = shape.capitals + shape.small == 0;
    if (c < 0x80 ? c <= 'Z'
                 : u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c))) {
      ++shape.capitals;
    } else if (c < 0x80 || u_islower(static_cast<UChar32>(c))) {
      ++shape.small;
      shape.starts_small = shape.starts_small || first;
    }
  }

  static bool inside_number_or_link(std::string_view text, std::size_t colon_at) {
    const std::string_view rest = text.substr(colon_at + 1);
    if (rest.substr(0, 2) == "//") return true;
    return colon_at > 0 && text[colon_at - 1] >= '0' && text[colon_at - 1] <= '9' &&
           !rest.empty() && rest[0] >= '0' && rest[0] <= '9';
  }
};

// Nothing, or what stands between a year and its event.
bool is_dash_or_end(std::string_view rest) {
  rest = trim(rest);
  return rest.empty() || rest[0] == ':' || rest[0] == '-' || rest[0] == '|' ||
         rest.substr(0, 3) == "–" || rest.substr(0, 3) == "—";
}

bool is_year_number(std::string_view text) {
  return text.size() >= 4 && (text.substr(0, 2) == "19" || text.substr(0, 2) == "20") &&
         text[2] >= '0' && text[2] <= '9' && text[3] >= '0' && text[3] <= '9';
}

}  // namespace

bool BlockShape::is_line() const {
  if (is_day || is_item) return false;
  if (label && words <= kLongestLabelled) return true;
  if (ends_open) return false;
  if (bar > 0 && (!ends_sentence || ends_asking)) return true;
  return words <= kLongestLine &&
         (!ends_sentence || (ends_asking && !several_sentences && words <= kLongestLine / 2));
}

bool BlockShape::is_unpunctuated_paragraph() const {
  return !is_day && !is_item && !ends_sentence && !ends_open && !ends_colon &&
         words >= kShortestParagraph && capital_share() < 0.6;
}

double BlockShape::capital_share() const {
  const std::uint32_t cased = capitals + small;
  return cased == 0 ? -1.0 : static_cast<double>(capitals) / cased;
}

BlockShape shape_of(const Block& block) {
  BlockShape shape;
  shape.is_day = block.kind == BlockKind::kTime;
  shape.is_item = block.kind == BlockKind::kListItem;
  const std::string_view text = block.text;
  if (text.empty()) return shape;
  Scan scan;
  scan.run(text, shape);

  shape.several_sentences = scan.stop_inside;

  const char32_t last = final_sign(text);
  shape.ends_sentence = is_full_stop(last);
  shape.ends_asking = is_asking(last);
  shape.ends_open = is_open_end(last);
  shape.ends_colon = is_colon(last);
  shape.starts_with_year = is_year_number(text) && is_dash_or_end(text.substr(4));
  shape.is_year = shape.starts_with_year && text.size() == 4;
  shape.reachable =
      shape.words <= kLongestLine && (scan.at_sign || (scan.plus && scan.digits >= 7) ||
                                      (scan.digits >= 7 && scan.letters <= scan.digits));

  if (scan.bars >= 1 && scan.bars <= 2 && shape.words <= kLongestLine + 8 &&
      scan.words_before_bar >= 1 && scan.words_before_bar <= 6 && scan.bar <= kLongestTopic &&
      shape.words >= scan.words_before_bar + 2 && shape.one_line) {
    shape.bar = scan.bar;
  }
  if (shape.words > kLongestLabelled || !shape.one_line) return shape;
  if (scan.colon != std::string_view::npos && scan.words_before_colon <= kLongestKnownLabel) {
    const std::string_view label = text.substr(0, scan.colon);
    const std::size_t colon_end = scan.colon + (text[scan.colon] == ':' ? 1 : 3);
    const bool known_shape = !shape.ends_sentence || shape.words <= kLongestLabelled / 2;
    if (known_shape) shape.label = label_before_colon(label);
    if (!shape.ends_sentence && scan.words_before_colon >= 1 &&
        scan.words_before_colon <= kLongestLabel) {
      shape.label_end = colon_end;
    }
  } else if (!shape.ends_sentence) {
    shape.label = label_at_start(text);
  }
  return shape;
}

}  // namespace rapporteur
