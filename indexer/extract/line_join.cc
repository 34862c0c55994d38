// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/line_join.h"

#include <unicode/uchar.h>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"

namespace rapporteur {
namespace {

constexpr std::string_view kSoftHyphen = "\u00ad";
constexpr std::string_view kEdges = ".,;:!?()[]\"'*";

// `word` without the punctuation around it, folded.
std::string bare(std::string_view word) {
  const std::size_t from = word.find_first_not_of(kEdges);
  if (from == std::string_view::npos) return {};
  return fold(word.substr(from, word.find_last_not_of(kEdges) - from + 1));
}

bool starts_lower(std::string_view text) {
  std::size_t position = 0;
  return !text.empty() && u_islower(static_cast<UChar32>(next_code_point(text, position)));
}

// The hyphen at the end of `text` in bytes, 0 if there is none behind a letter.
std::size_t end_hyphen(std::string_view text) {
  for (const std::string_view hyphen : {std::string_view("-"), std::string_view("\u2010")}) {
    if (text.size() > hyphen.size() + 1 && text.ends_with(hyphen)) {
      const char before = text[text.size() - hyphen.size() - 1];
      if (before != ' ' && before != '-') return hyphen.size();
    }
  }
  return 0;
}

}  // namespace

void LineJoiner::learn(std::string_view line) {
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    // What stands broken at the end of a line tells nothing.
    const bool broken = end == line.size() && end_hyphen(line.substr(0, end)) > 0;
    if (std::string word = bare(line.substr(0, end)); !word.empty() && !broken) {
      words_.insert(std::move(word));
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
}

void LineJoiner::join(std::string& text, std::string_view line) const {
  if (text.ends_with(kSoftHyphen)) {
    text.resize(text.size() - kSoftHyphen.size());
    text += line;
    return;
  }
  const std::size_t hyphen = end_hyphen(text);
  if (hyphen == 0) {
    if (!text.empty()) text += ' ';
    text += line;
    return;
  }
  const std::size_t space = text.rfind(' ');
  const std::string_view head = std::string_view(text).substr(
      space == std::string::npos ? 0 : space + 1,
      text.size() - hyphen - (space == std::string::npos ? 0 : space + 1));
  const std::string_view tail = line.substr(0, std::min(line.find(' '), line.size()));
  const std::string left = bare(head);
  const std::string right = bare(tail);
  const bool of_the_word = !starts_lower(line) || knows(left + '-' + right) ||
                           (!knows(left + right) && knows(left) && knows(right));
  if (!of_the_word) text.resize(text.size() - hyphen);
  text += line;
}

}  // namespace rapporteur
