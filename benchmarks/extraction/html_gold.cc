// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/extraction/html_gold.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
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
    GoldPage page{url, entry.value("file", ""), {}, {}, entry.value("date", "")};
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

}  // namespace rapporteur
