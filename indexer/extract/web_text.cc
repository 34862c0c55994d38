// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/web_text.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "indexer/extract/html_dates.h"
#include "indexer/extract/html_metadata.h"
#include "indexer/extract/html_names.h"
#include "indexer/extract/plain_text.h"

namespace rapporteur {
namespace {

// A line of running text has at least so many letters, fewer if it is a sentence.
constexpr int kParagraphLetters = 60;
constexpr int kSentenceLetters = 25;
constexpr int kMostPerLine = 600;       // one long line does not outweigh all others
constexpr int kShortLine = -70;         // what each other line speaks against the text around it
constexpr int kMostShortLines = 10;     // in a row that speak against it
constexpr std::size_t kLeadLines = 25;  // a title stands at most so far above the text

// What a line says for the text around it.
int weight_of(const Block& block) {
  int letters = 0;
  bool sentence = false;
  for (std::size_t at = 0; at < block.text.size();) {
    const char32_t c = next_code_point(block.text, at);
    if (!is_space(c)) ++letters;
    sentence = c == '.' || c == '?' || c == '!' || c == 0x3002 || c == 0x61F || c == 0x964 ||
               (sentence && (is_space(c) || c == '"' || c == ')' || c == 0x201D || c == 0xBB));
  }
  const bool running = letters >= kParagraphLetters || (sentence && letters >= kSentenceLetters);
  return running ? std::min(letters, kMostPerLine) : kShortLine;
}

// The lines that weigh most together, [begin, end).
std::pair<std::size_t, std::size_t> heaviest(const std::vector<int>& weights) {
  std::pair<std::size_t, std::size_t> best = {0, 0};
  long best_sum = 0;
  long sum = 0;
  std::size_t begin = 0;
  int short_lines = 0;  // in a row
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
      short_lines = 0;
    }
    short_lines = weights[i] < 0 ? short_lines + 1 : 0;
    // A table or a list in the text may be long.
    if (short_lines > kMostShortLines) continue;
    sum += weights[i];
    if (sum > best_sum) {
      best_sum = sum;
      best = {begin, i + 1};
    }
  }
  return best;
}

// Whether `line` is the page's title, or what stands in it before or behind a bar.
bool names_page(const std::string& title, const std::string& line) {
  if (line.empty() || line.size() > title.size()) return false;
  if (line == title) return true;
  const std::size_t at = title.find(line);
  if (at == std::string::npos) return false;
  const auto is_bar = [](std::string_view text) {
    text = trim(text);
    for (const std::string_view bar :
         {"|", "-", "\u2013", "\u2014", ":", "\u00B7", "\u00BB", "\u00AB"}) {
      if (text.starts_with(bar)) return true;
    }
    return text.empty();
  };
  return at == 0 && is_bar(std::string_view(title).substr(line.size()));
}

// The line above the text, or the first in it, that the title names; the nearest one.
std::optional<std::size_t> find_heading(const Page& page, std::size_t begin, std::size_t end) {
  const std::string title = fold(collapse_spaces(page.blocks[0].text));
  const std::size_t last = std::min(begin + 1, end);
  for (std::size_t i = last; i-- > 1 && begin - std::min(i, begin) <= kLeadLines;) {
    if (names_page(title, fold(collapse_spaces(page.blocks[i].text)))) return i;
  }
  return std::nullopt;
}

}  // namespace

Page read_web_text(std::string_view bytes, std::string source, std::string_view url) {
  Page page = read_plain_text(bytes, std::move(source), "");
  page.is_html = true;
  const HtmlTree no_tags = parse_html("");
  page.metadata.dates = date_claims(no_tags, name_roles(no_tags), {}, {}, {}, url, "");
  if (page.blocks.empty()) return page;
  std::vector<int> weights;
  for (const Block& block : page.blocks) weights.push_back(weight_of(block));
  weights[0] = kShortLine;  // the title
  const auto [begin, end] = heaviest(weights);
  const std::optional<std::size_t> heading = find_heading(page, begin, end);
  page.metadata.title = clean_title(page.blocks[0].text, "",
                                    heading ? std::string_view(page.blocks[*heading].text) : "");
  std::vector<Block> kept;
  for (std::size_t i = heading ? std::min(*heading, begin) : begin; i < end; ++i) {
    Block& block = page.blocks[i];
    if (i == heading) {
      block.kind = BlockKind::kHeading;
      block.level = 1;
    } else if (i < begin && block.kind != BlockKind::kTime) {
      continue;
    }
    kept.push_back(std::move(block));
  }
  page.blocks = std::move(kept);
  return page;
}

}  // namespace rapporteur
