// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/split/signatories.h"

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"

namespace rapporteur {

namespace {

constexpr std::uint32_t kLongestName = 20;  // words
constexpr std::uint32_t kLongestItem = 12;  // words of a name behind a bullet or number
constexpr std::size_t kShortestItemList = 8;

bool could_be_name(const BlockShape& shape) {
  if (shape.is_day || shape.ends_colon || shape.words == 0) return false;
  return shape.words <= (shape.is_item ? kLongestItem : kLongestName);
}

bool is_note(std::string_view text) {
  return text.size() > 2 && text[0] == '[' && text[1] >= '0' && text[1] <= '9';
}

std::string sort_key(const Page& page, std::size_t block) {
  return fold(utf8_prefix(page.blocks[block].text, 24));
}

}  // namespace

bool looks_like_names(const std::vector<BlockShape>& shapes,
                      const std::vector<std::size_t>& lines) {
  if (lines.size() < kShortestList) return false;
  std::size_t items = 0;
  std::size_t unlike = 0;  // sentences, and what starts with a small letter
  std::size_t capitals = 0;
  std::size_t small = 0;
  for (const std::size_t i : lines) {
    const BlockShape& shape = shapes[i];
    if (!could_be_name(shape)) return false;
    items += shape.is_item;
    unlike += shape.ends_sentence || shape.starts_small || shape.ends_open;
    capitals += shape.capitals;
    small += shape.small;
  }
  if (unlike * 5 > lines.size()) return false;
  // Bulleted demands look like bulleted names but for their small words.
  return items * 2 <= lines.size() || (lines.size() >= kShortestItemList && capitals >= small);
}

bool breaks_order(const Page& page, const std::vector<std::size_t>& lines) {
  if (lines.size() < kShortestList + 1) return false;
  std::size_t rising = 0;
  std::string before = sort_key(page, lines[0]);
  std::string highest = before;
  for (std::size_t k = 1; k + 1 < lines.size(); ++k) {
    std::string key = sort_key(page, lines[k]);
    rising += key >= before;
    if (key > highest) highest = key;
    before = std::move(key);
  }
  const std::size_t pairs = lines.size() - 2;
  return rising * 10 >= pairs * 9 && sort_key(page, lines.back()) < before;
}

std::size_t signatories_begin(const Outline& outline, const Draft& draft) {
  std::size_t end = draft.body.size();
  while (end > 0 && is_note(outline.page.blocks[draft.body[end - 1]].text)) --end;
  // Upwards as long as lines outweigh sentences; a sentence costs two lines.
  std::size_t begin = end;
  int gain = 0;
  int best_gain = 0;
  for (std::size_t k = end; k-- > 0 && gain + 8 > best_gain;) {
    const BlockShape& shape = outline.shapes[draft.body[k]];
    if (!could_be_name(shape) || shape.is_item != outline.shapes[draft.body[end - 1]].is_item)
      break;
    const bool entry = shape.is_item || (shape.is_line() && !shape.ends_sentence);
    gain += entry ? 1 : -2;
    if (!entry || gain < best_gain) continue;
    best_gain = gain;
    begin = k;
  }
  const std::vector<std::size_t> list(draft.body.begin() + static_cast<std::ptrdiff_t>(begin),
                                      draft.body.begin() + static_cast<std::ptrdiff_t>(end));
  return looks_like_names(outline.shapes, list) ? begin : draft.body.size();
}

}  // namespace rapporteur
