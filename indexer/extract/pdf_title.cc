// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/pdf_title.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "indexer/extract/day_line.h"
#include "indexer/extract/enumerator.h"
#include "indexer/split/labels.h"

namespace rapporteur {
namespace {

constexpr double kLarger = 1.12;    // than what most of the first page is set in
constexpr double kNextLine = 0.78;  // of the title's size: what may belong to it
constexpr double kGap = 2.5;        // of the title's size between it and the line under it
constexpr std::size_t kFewestWords = 3;
constexpr std::size_t kMostWords = 40;
constexpr std::size_t kMostWordsBelow = 8;
constexpr std::size_t kMostBelow = 3;

struct Count {
  std::size_t words = 0;
  std::size_t letters = 0;
};

Count count(std::string_view text) {
  Count result;
  bool in_word = false;
  for (std::size_t position = 0; position < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, position));
    const bool letter = u_isalpha(c) != 0;
    if (letter) ++result.letters;
    if (letter && !in_word) ++result.words;
    in_word = letter || (in_word && !is_space(static_cast<char32_t>(c)));
  }
  return result;
}

bool could_be_title(const PdfParagraph& paragraph) {
  const Count has = count(paragraph.text);
  const char last = paragraph.text.back();
  return !paragraph.is_note && last != '.' && last != ';' && last != ':' &&
         has.words >= kFewestWords && has.words <= kMostWords && has.letters >= 12 &&
         has.letters * 2 > paragraph.text.size() / 2 &&
         day_line(paragraph.text) == DayLine::kNone && !starts_item(paragraph.text);
}

// Without the signs of footnotes behind it.
std::string plain_title(std::string text) {
  while (!text.empty() && (text.back() == '*' || text.back() == ' ' || text.back() == '.')) {
    text.pop_back();
  }
  return text;
}

bool belongs_below(const PdfParagraph& title, const PdfParagraph& last, const PdfParagraph& next) {
  const Count has = count(next.text);
  const double gap = next.box.top - last.box.bottom;
  return next.page == title.page && !next.is_note && has.words > 0 &&
         has.words <= kMostWordsBelow && next.size >= kNextLine * title.size &&
         next.size <= 1.02 * title.size && gap >= -1 && gap < kGap * title.size &&
         day_line(next.text) == DayLine::kNone && !starts_item(next.text) &&
         !next.text.ends_with('.') && !next.text.ends_with(':') &&
         next.text.find_first_of("*_") != 0;
}

}  // namespace

std::optional<std::size_t> gather_title(std::vector<PdfParagraph>& paragraphs) {
  if (paragraphs.empty()) return std::nullopt;
  const std::size_t page = paragraphs.front().page;
  std::size_t end = 0;
  std::vector<double> sizes;
  while (end < paragraphs.size() && paragraphs[end].page == page) {
    sizes.push_back(paragraphs[end++].size);
  }
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2),
                   sizes.end());
  const double usual = sizes[sizes.size() / 2];

  std::optional<std::size_t> title;
  for (std::size_t i = 0; i < end; ++i) {
    const PdfParagraph& paragraph = paragraphs[i];
    if (paragraph.size < kLarger * usual || !could_be_title(paragraph)) continue;
    if (!title || paragraph.size > 1.02 * paragraphs[*title].size) title = i;
  }
  for (std::size_t i = 0; i < end && !title; ++i) {
    if (paragraphs[i].lines <= 4 && could_be_title(paragraphs[i]) &&
        announced_kind(paragraphs[i].text)) {
      title = i;
    }
  }
  if (!title) return std::nullopt;
  PdfParagraph& whole = paragraphs[*title];
  PdfParagraph last = whole;
  whole.text = plain_title(whole.text);
  whole.is_heading = true;
  const std::size_t below = *title + 1;
  for (std::size_t i = 0; i < kMostBelow && below < paragraphs.size(); ++i) {
    if (plain_title(paragraphs[below].text).empty()) {  // the sign of a footnote
      paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(below));
      continue;
    }
    if (!belongs_below(whole, last, paragraphs[below])) break;
    last = paragraphs[below];
    whole.text += ": " + plain_title(last.text);
    paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(below));
  }
  return title;
}

std::optional<std::string> believable_title(const std::optional<std::string>& title) {
  if (!title || title->size() > 300) return std::nullopt;
  const std::string folded = fold(*title);
  if (folded.starts_with("microsoft ") || count(*title).words < kFewestWords) return std::nullopt;
  // A file's name ends in ".doc" and the like.
  const std::size_t dot = folded.rfind('.');
  if (dot != std::string::npos && folded.size() - dot <= 5 && dot + 1 < folded.size() &&
      folded.find(' ', dot) == std::string::npos) {
    return std::nullopt;
  }
  if (title->find('_') != std::string::npos) return std::nullopt;
  return *title;
}

}  // namespace rapporteur
