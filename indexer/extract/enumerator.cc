// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/enumerator.h"

#include <array>

namespace rapporteur {
namespace {

constexpr std::size_t kLongest = 9;  // "(xviii)", "130.105."
constexpr std::array<std::string_view, 9> kBullets = {
    "-", "*", "\u2022", "\u2013", "\u2014", "\u25aa", "\u25cf", "\u25e6", "\uf0b7"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_roman(char c) {
  return std::string_view("ivxlcIVXLC").find(c) != std::string_view::npos;
}

}  // namespace

bool is_enumerator(std::string_view line) {
  for (const std::string_view bullet : kBullets) {
    if (line == bullet) return true;
  }
  if (line.size() < 2 || line.size() > kLongest) return false;
  const bool open = line.front() == '(';
  const bool close = line.back() == ')';
  if (open && !close) return false;
  std::string_view mark = line.substr(open ? 1 : 0);
  const char end = mark.back();
  if (end == ')' || end == '.') mark.remove_suffix(1);
  if (mark.empty()) return false;
  if (is_digit(mark.front())) {
    // "12." and "130.5", but no bare "12", which may be anything.
    const bool numbers = mark.find_first_not_of("0123456789.") == std::string_view::npos;
    // "2012." is the year at the end of a sentence.
    const bool year = mark.size() > 3 && mark.find('.') == std::string_view::npos;
    return numbers && !year &&
           (end == ')' || end == '.' || mark.find('.') != std::string_view::npos);
  }
  if (end != ')' && end != '.') return false;
  const bool letter = mark.size() == 1 && ((mark[0] | 0x20) >= 'a' && (mark[0] | 0x20) <= 'z');
  bool roman = true;
  for (const char c : mark) roman = roman && is_roman(c);
  return letter || roman;
}

bool starts_item(std::string_view line) {
  const std::size_t space = line.find(' ');
  return space != std::string_view::npos && is_enumerator(line.substr(0, space));
}

}  // namespace rapporteur
