// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/pdf_paragraphs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "common/text/utf8.h"
#include "indexer/extract/enumerator.h"
#include "indexer/extract/line_join.h"

namespace rapporteur {
namespace {

constexpr double kHeading = 1.12;   // of the height that most text has
constexpr double kNote = 0.92;      // the same, below which a block may be a footnote
constexpr double kNoteZone = 0.55;  // of the page: footnotes stand below
constexpr double kNarrow = 0.42;    // of the page's width: addresses, mastheads
constexpr std::size_t kFewLines = 5;
constexpr double kAlike = 0.06;  // heights that differ less are the same

// The height of most text, by characters.
double usual_size(const PdfLayout& layout) {
  std::map<long, std::size_t> characters;  // by half points
  for (const PdfPage& page : layout.pages) {
    for (const PdfBlock& block : page.blocks) {
      for (const PdfLine& line : block.lines) {
        characters[std::lround(line.box.height() * 2)] += line.text.size();
      }
    }
  }
  const auto most =
      std::max_element(characters.begin(), characters.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == characters.end() ? 0 : static_cast<double>(most->first) / 2;
}

bool same_row(const PdfBox& a, const PdfBox& b) {
  return std::abs(a.bottom - b.bottom) < 0.5 * std::max(a.height(), b.height());
}

char32_t first_character(std::string_view text) {
  std::size_t position = 0;
  return text.empty() ? 0 : next_code_point(text, position);
}

bool starts_lower(std::string_view text) {
  return u_islower(static_cast<UChar32>(first_character(text)));
}

// A full stop or its kin at the end, behind which quotes, brackets and note signs may stand.
bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    std::size_t position = at;
    switch (next_code_point(text, position)) {
      case '.':
      case '!':
      case '?':
      case ':':
      case ';':
      case 0x3002:
      case 0xFF01:
      case 0xFF1F:
      case 0x061F:
      case 0x06D4:
        return true;
      case ')':
      case ']':
      case '"':
      case '\'':
      case '*':
      case 0x2019:
      case 0x201D:
      case 0xBB:
        text.remove_suffix(text.size() - at);
        break;
      default:
        return false;
    }
  }
  return false;
}

class Gatherer {
 public:
  explicit Gatherer(const PdfLayout& layout) : layout_(layout), usual_(usual_size(layout)) {
    for (const PdfPage& page : layout.pages) {
      for (const PdfBlock& block : page.blocks) {
        for (const PdfLine& line : block.lines) joiner_.learn(line.text);
      }
    }
  }

  std::vector<PdfParagraph> run() {
    for (page_ = 0; page_ < layout_.pages.size(); ++page_) {
      first_of_page_ = true;
      notes_.clear();
      std::vector<PdfBlock> blocks = numbered(layout_.pages[page_].blocks);
      for (const PdfBlock& block : blocks) take(block);
      std::move(notes_.begin(), notes_.end(), std::back_inserter(paragraphs_));
    }
    return std::move(paragraphs_);
  }

 private:
  const PdfPage& page() const { return layout_.pages[page_]; }

  // The page's blocks with their numbers ("12.", "(a)", "IV.") in front of what stands beside them.
  static std::vector<PdfBlock> numbered(const std::vector<PdfBlock>& blocks) {
    std::vector<PdfBlock> result;
    std::optional<PdfLine> number;
    const auto put = [&](PdfLine line, bool new_block) {
      if (number && same_row(number->box, line.box) && number->box.left < line.box.left) {
        line.text = number->text + ' ' + line.text;
        line.box.left = number->box.left;
      } else if (number) {
        result.push_back({{*number}});
        new_block = true;
      }
      number.reset();
      if (is_enumerator(line.text)) {
        number = std::move(line);
        return;
      }
      if (new_block || result.empty()) result.emplace_back();
      result.back().lines.push_back(std::move(line));
    };
    for (const PdfBlock& block : blocks) {
      for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const bool starts = i == 0 || is_enumerator(block.lines[i - 1].text);
        put(block.lines[i], starts);
      }
    }
    if (number) result.push_back({{std::move(*number)}});
    return result;
  }

  void take(const PdfBlock& block) {
    double right = 0;
    double left = page().width;
    double size = 0;
    bool lower = false;
    for (const PdfLine& line : block.lines) {
      right = std::max(right, line.box.right);
      left = std::min(left, line.box.left);
      size += line.box.height() / static_cast<double>(block.lines.size());
      lower = lower || starts_lower(line.text) || line.text.ends_with('-');
    }
    const bool heading = size > kHeading * usual_ && block.lines.size() <= kFewLines;
    const bool list = !heading && !lower && block.lines.size() <= kFewLines &&
                      right - left < kNarrow * page().width;
    PdfParagraph paragraph;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      const PdfLine& line = block.lines[i];
      const bool breaks = i > 0 && !heading &&
                          (list || starts_item_after(block.lines[i - 1], line, right) ||
                           ends_early(block.lines[i - 1], line, right));
      if (breaks) {
        add(std::move(paragraph), size);
        paragraph = {};
      }
      if (paragraph.text.empty()) {
        paragraph.box = line.box;
        paragraph.is_heading = heading;
        paragraph.lines = 0;
      }
      joiner_.join(paragraph.text, line.text);
      paragraph.box.left = std::min(paragraph.box.left, line.box.left);
      paragraph.box.right = std::max(paragraph.box.right, line.box.right);
      paragraph.box.bottom = line.box.bottom;
      last_right_ = line.box.right;
      ++paragraph.lines;
    }
    add(std::move(paragraph), size);
    column_right_ = right;
  }

  // A number in running text may come to stand at the start of a line.
  static bool starts_item_after(const PdfLine& before, const PdfLine& line, double right) {
    return starts_item(line.text) &&
           (ends_sentence(before.text) || right - before.box.right > 3 * line.box.height());
  }

  // The first word of `line` would have had room behind `before`, at the end of a sentence.
  static bool ends_early(const PdfLine& before, const PdfLine& line, double right) {
    const double character =
        line.box.right > line.box.left && !line.text.empty()
            ? (line.box.right - line.box.left) / static_cast<double>(line.text.size())
            : 0;
    const auto word = static_cast<double>(std::min(line.text.find(' '), line.text.size()));
    return before.box.right + (word + 3) * character < right && ends_sentence(before.text) &&
           !starts_lower(line.text);
  }

  void add(PdfParagraph paragraph, double size) {
    if (paragraph.text.empty()) return;
    paragraph.size = size;
    paragraph.page = page_;
    if (size < kNote * usual_ && paragraph.box.top > kNoteZone * page().height && page_ > 0) {
      paragraph.is_note = true;
      notes_.push_back(std::move(paragraph));
      return;
    }
    if (continues(paragraph)) {
      joiner_.join(paragraphs_[*open_].text, paragraph.text);
      paragraphs_[*open_].lines += paragraph.lines;
    } else {
      open_ = paragraphs_.size();
      paragraphs_.push_back(std::move(paragraph));
    }
    first_of_page_ = false;
    ends_full_ = last_right_ > column_right_ - 3 * size;
  }

  // True if `paragraph` goes on with the last one.
  bool continues(const PdfParagraph& paragraph) const {
    if (!open_) return false;
    const PdfParagraph& before = paragraphs_[*open_];
    if (before.is_heading || paragraph.is_heading || starts_item(paragraph.text) ||
        ends_sentence(before.text) || std::abs(before.size - paragraph.size) > kAlike * usual_) {
      return false;
    }
    if (starts_lower(paragraph.text)) return true;
    return first_of_page_ && before.lines > 1 && ends_full_;
  }

  const PdfLayout& layout_;
  const double usual_;
  LineJoiner joiner_;
  std::vector<PdfParagraph> paragraphs_;
  std::vector<PdfParagraph> notes_;  // of the page
  std::optional<std::size_t> open_;  // the last paragraph that is no note
  std::size_t page_ = 0;
  bool first_of_page_ = true;
  bool ends_full_ = false;  // the last line of the open paragraph filled its column
  double last_right_ = 0;
  double column_right_ = 0;
};

}  // namespace

std::vector<PdfParagraph> pdf_paragraphs(const PdfLayout& layout) {
  return Gatherer(layout).run();
}

}  // namespace rapporteur
