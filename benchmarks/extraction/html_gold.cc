// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/extraction/html_gold.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/dates/date_text.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "indexer/extract/html_tree.h"

namespace rapporteur {
namespace {

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

// What follows the first `mark` in `text`; "" if there is none.
std::string_view behind(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
}

std::string_view until(std::string_view text, std::string_view mark) {
  return text.substr(0, text.find(mark));
}

// A member that may be null.
std::string string_of(const nlohmann::ordered_json& entry, const char* member) {
  const auto found = entry.find(member);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : "";
}

// The words of a line, folded, parted by one space.
std::string bare_words(std::string_view line) {
  Tokenizer tokenizer;
  Tokens tokens;
  tokenizer.tokenize(line, tokens);
  std::string words;
  for (const Token& token : tokens.list) words.append(tokens.folded(token)).append(1, ' ');
  return words;
}

}  // namespace

double SegmentCounts::precision() const {
  return ratio(true_positives, true_positives + false_positives);
}
double SegmentCounts::recall() const {
  return ratio(true_positives, true_positives + false_negatives);
}
double SegmentCounts::f1() const {
  return ratio(2 * true_positives, 2 * true_positives + false_positives + false_negatives);
}

SegmentCounts& SegmentCounts::operator+=(const SegmentCounts& other) {
  true_positives += other.true_positives;
  false_negatives += other.false_negatives;
  false_positives += other.false_positives;
  true_negatives += other.true_negatives;
  return *this;
}

std::string read_whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

Result<std::vector<GoldPage>> read_gold(const std::string& path) {
  const auto json = nlohmann::ordered_json::parse(read_whole_file(path), nullptr, false);
  if (!json.is_object()) return Error{ErrorCode::kNotFound, path + ": no gold file"};
  std::vector<GoldPage> pages;
  for (const auto& [url, entry] : json.items()) {
    GoldPage page{url,
                  entry.value("file", ""),
                  {},
                  {},
                  entry.value("date", ""),
                  string_of(entry, "title"),
                  string_of(entry, "author")};
    page.with = entry.value("with", std::vector<std::string>{});
    page.without = entry.value("without", std::vector<std::string>{});
    pages.push_back(std::move(page));
  }
  return pages;
}

std::string article_text(const Page& page) {
  std::string text;
  const std::string title = collapse_spaces(page.metadata.title.value_or(""));
  bool title_seen = false;
  for (const Block& block : page.blocks) {
    if (block.kind == BlockKind::kCaption || block.kind == BlockKind::kTime) continue;
    std::string line = collapse_spaces(block.text);
    if (!title_seen && block.kind == BlockKind::kHeading && (line == title || block.level == 1)) {
      title_seen = true;
      continue;
    }
    if (!text.empty()) text += ' ';
    text += line;
  }
  return text;
}

SegmentCounts score_segments(const GoldPage& gold, std::string_view text,
                             std::vector<std::string>* wrong) {
  SegmentCounts counts;
  for (const std::string& segment : gold.with) {
    const bool found = text.find(collapse_spaces(segment)) != std::string_view::npos;
    ++(found ? counts.true_positives : counts.false_negatives);
    if (!found && wrong) wrong->push_back("missing: " + segment);
  }
  for (const std::string& segment : gold.without) {
    const bool found = text.find(collapse_spaces(segment)) != std::string_view::npos;
    ++(found ? counts.false_positives : counts.true_negatives);
    if (found && wrong) wrong->push_back("noise: " + segment);
  }
  return counts;
}

std::string claimed_day(const Page& page) {
  const PageMetadata::Claim* best = nullptr;
  for (const PageMetadata::Claim& claim : page.metadata.dates) {
    const bool change = claim.name.find("modif") != std::string::npos ||
                        claim.name.find("updat") != std::string::npos;
    if (best == nullptr || !change) best = &claim;
    if (!change) break;
  }
  if (best == nullptr) return "";
  const auto parsed = parse_date_string(best->value);
  if (!parsed || parsed->precision != DatePrecision::kDay) return "";
  return to_iso(parsed->interval.from);
}

void score_line(const std::string& gold, const std::string& line, SegmentCounts& counts) {
  if (gold.empty()) return;
  if (line.empty()) {
    ++counts.false_negatives;
  } else {
    ++(bare_words(gold) == bare_words(line) ? counts.true_positives : counts.false_positives);
  }
}

void score_date(const GoldPage& gold, const std::string& day, SegmentCounts& counts) {
  if (day.empty()) {
    ++counts.false_negatives;
  } else {
    ++(day == gold.date ? counts.true_positives : counts.false_positives);
  }
}

std::vector<GoldCard> read_gold_cards(const std::string& html) {
  std::vector<GoldCard> cards;
  std::string_view rest = html;
  while (true) {
    const std::size_t start = rest.find("<article class=\"post post--result\"");
    if (start == std::string_view::npos) return cards;
    rest.remove_prefix(start);
    const std::string_view card = rest.substr(0, rest.find("</article>"));
    rest.remove_prefix(1);
    const std::string_view heading = behind(card, "<h1 class=\"post-title\">");
    GoldCard gold;
    gold.url = resolve_references(until(behind(heading, "href=\""), "\""));
    gold.title = collapse_spaces(resolve_references(until(behind(heading, ">"), "</a>")));
    const std::string_view day = behind(behind(card, "class=\"post-byline\""), ">");
    if (const auto parsed = parse_date_string(until(day, "<")))
      gold.day = to_iso(parsed->interval.from);
    if (!gold.url.empty()) cards.push_back(std::move(gold));
  }
}

CardCounts& CardCounts::operator+=(const CardCounts& other) {
  gold += other.gold;
  right += other.right;
  found += other.found;
  return *this;
}

CardCounts score_cards(const std::vector<GoldCard>& gold, const Page& page) {
  std::map<int, GoldCard> cards;
  for (const Block& block : page.blocks) {
    if (block.card < 0) continue;
    GoldCard& card = cards[block.card];
    if (block.href && card.url.empty()) {
      card.url = *block.href;
      card.title = collapse_spaces(block.text);
    }
    if (block.kind == BlockKind::kTime)
      if (const auto parsed = parse_date_string(block.text))
        card.day = to_iso(parsed->interval.from);
  }
  CardCounts counts{gold.size(), 0, cards.size()};
  for (const GoldCard& wanted : gold)
    for (const auto& [number, card] : cards) {
      if (card.url != wanted.url || card.title != wanted.title || card.day != wanted.day) continue;
      ++counts.right;
      break;
    }
  return counts;
}

}  // namespace rapporteur
