// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/pdf_furniture.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "common/text/tokenizer.h"
#include "indexer/extract/day_line.h"
#include "indexer/extract/enumerator.h"

namespace rapporteur {
namespace {

constexpr double kMargin = 0.12;          // of the page's height, above and below
constexpr std::size_t kShareOfPages = 4;  // a header is on at least one page in four, and on two
constexpr std::size_t kLongestHeader = 120;
constexpr std::size_t kLeaderDots = 5;
constexpr std::size_t kLeaderRows = 3;     // of a page that is a table of contents
constexpr std::size_t kLongestEntry = 24;  // bytes: "Paragraphs", "II.", "12-14"
constexpr std::size_t kLongestPageNumber = 48;
constexpr std::size_t kLongestNumber = 4;       // digits
constexpr std::size_t kLongestWordOfPage = 16;  // bytes: "Seite", "página", "страница"

bool in_margin(const PdfPage& page, const PdfLine& line) {
  return line.box.top < kMargin * page.height || line.box.bottom > (1 - kMargin) * page.height;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The text as it is alike on all pages: in one case, numbers as '#'.
std::string pattern_of(const std::string& text) {
  std::string pattern;
  for (const char c : fold(text)) {
    if (!is_digit(c))
      pattern += c;
    else if (pattern.empty() || pattern.back() != '#')
      pattern += '#';
  }
  return pattern;
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 6 &&
         word.find_first_not_of("ivxlc") == std::string_view::npos;
}

// "3", "- 3 -", "Page 3", "3/20", "Page 3 of 20", "iv", "стр. 3"; but no "3." and no "4 April
// 2014".
bool is_page_number(const std::string& text) {
  if (text.size() > kLongestPageNumber || is_enumerator(text) || day_line(text) != DayLine::kNone) {
    return false;
  }
  constexpr std::string_view kBetween = " -|.[]()";
  const std::string folded = fold(text);
  std::size_t numbers = 0;
  std::size_t words = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t from = folded.find_first_not_of(kBetween, at);
    if (from == std::string::npos) break;
    at = std::min(folded.find_first_of(kBetween, from), folded.size());
    const std::string_view word = std::string_view(folded).substr(from, at - from);
    if (word.find_first_not_of("0123456789/") == std::string_view::npos) {
      const bool ratio = word.find('/') != std::string_view::npos;  // "3/20"
      if (word.size() > (ratio ? 2 * kLongestNumber : kLongestNumber)) return false;
      numbers += word != "/";
    } else if (is_roman(word)) {
      ++numbers;
    } else if (word.size() > kLongestWordOfPage || word.find('/') != std::string_view::npos ||
               std::any_of(word.begin(), word.end(), is_digit)) {
      return false;
    } else {
      ++words;
    }
  }
  return (numbers == 1 && words <= 1) || (numbers == 2 && words <= 2);
}

// "*1412952*": a bar code.
bool is_bar_code(const std::string& text) {
  return text.size() > 4 && text.front() == '*' && text.back() == '*' &&
         std::all_of(text.begin() + 1, text.end() - 1, is_digit);
}

bool has_leader(const std::string& text) {
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '.' || (c == ' ' && run > 0) ? run + (c == '.') : 0;
    if (run >= kLeaderDots) return true;
  }
  return text.find("\u2026\u2026") != std::string::npos;
}

template <typename Unwanted>
void erase_lines(PdfPage& page, const Unwanted& unwanted) {
  for (PdfBlock& block : page.blocks) std::erase_if(block.lines, unwanted);
  std::erase_if(page.blocks, [](const PdfBlock& block) { return block.lines.empty(); });
}

// The rows of a table of contents, with the numbers on their height and the heads of its columns.
void drop_contents(PdfPage& page) {
  std::vector<PdfBox> rows;
  double top = page.height;
  for (const PdfBlock& block : page.blocks) {
    for (const PdfLine& line : block.lines) {
      if (!has_leader(line.text)) continue;
      rows.push_back(line.box);
      top = std::min(top, line.box.top);
    }
  }
  if (rows.size() < kLeaderRows) return;
  std::sort(rows.begin(), rows.end(),
            [](const PdfBox& a, const PdfBox& b) { return a.top < b.top; });
  const double bottom = rows.back().bottom;
  erase_lines(page, [&](const PdfLine& line) {
    if (has_leader(line.text)) return true;
    if (line.text.size() <= kLongestEntry) {
      return line.box.bottom > top - 4 * rows.front().height() && line.box.top < bottom;
    }
    // What an entry of two lines begins with.
    return line.box.top > top - rows.front().height() && line.box.top < bottom;
  });
}

}  // namespace

void drop_furniture(PdfLayout& layout) {
  std::unordered_map<std::string, std::size_t> pages_with;
  for (const PdfPage& page : layout.pages) {
    std::unordered_set<std::string> here;
    for (const PdfBlock& block : page.blocks) {
      for (const PdfLine& line : block.lines) {
        if (!in_margin(page, line) || line.text.size() > kLongestHeader) continue;
        if (here.insert(pattern_of(line.text)).second) ++pages_with[pattern_of(line.text)];
      }
    }
  }
  const std::size_t enough = std::max<std::size_t>(2, layout.pages.size() / kShareOfPages);
  std::unordered_set<std::string> seen;
  for (PdfPage& page : layout.pages) {
    drop_contents(page);
    erase_lines(page, [&](const PdfLine& line) {
      if (is_bar_code(line.text)) return true;
      if (!in_margin(page, line)) return false;
      if (is_page_number(line.text)) return true;
      if (line.text.size() > kLongestHeader) return false;
      const auto found = pages_with.find(pattern_of(line.text));
      return found != pages_with.end() && found->second >= enough &&
             !seen.insert(found->first).second;
    });
  }
}

}  // namespace rapporteur
