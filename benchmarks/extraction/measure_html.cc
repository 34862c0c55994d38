// SPDX-License-Identifier: GPL-2.0-or-later
//
// measure-html: how well main text and publication dates are found in judged pages, and how fast.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "benchmarks/extraction/html_gold.h"
#include "indexer/extract/html.h"

namespace {

using namespace rapporteur;

constexpr const char* kUsage =
    "Usage: measure-html text|text-wrong|text-of PAGES GOLD [FILE]\n"
    "  text        precision, recall and F1 of the main text, and MB/s\n"
    "  text-wrong  the same, and each segment that was wrong\n"
    "  text-of     the blocks of one page\n"
    "PAGES is the unpacked folder of pages, GOLD extraction-gold.json.\n";

int measure_text(const std::string& pages, const std::vector<GoldPage>& gold, bool wrong_too) {
  SegmentCounts counts;
  double bytes = 0;
  double seconds = 0;
  for (const GoldPage& entry : gold) {
    const std::string html = read_whole_file(pages + "/" + entry.file);
    const auto start = std::chrono::steady_clock::now();
    const auto page =
        extract_html(entry.file, html, {.url = entry.url, .charset = {}, .captured = {}});
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    bytes += static_cast<double>(html.size());
    std::vector<std::string> wrong;
    counts += score_segments(entry, page.ok() ? article_text(*page) : "", &wrong);
    if (wrong_too && !wrong.empty()) {
      std::printf("%s\n", entry.file.c_str());
      for (const std::string& line : wrong) std::printf("    %s\n", line.c_str());
    }
  }
  std::printf(
      "pages %zu  precision %.4f  recall %.4f  F1 %.4f  (%zu found, %zu missing, %zu noise)\n",
      gold.size(), counts.precision(), counts.recall(), counts.f1(), counts.true_positives,
      counts.false_negatives, counts.false_positives);
  std::printf("%.1f MB in %.2f s: %.1f MB/s\n", bytes / 1e6, seconds, bytes / 1e6 / seconds);
  return 0;
}

int show(const std::string& path) {
  const auto page = extract_html(path, read_whole_file(path));
  if (!page.ok()) return 1;
  static constexpr const char* kKinds[] = {"p", "h", "li", "caption", "time"};
  for (const Block& block : page->blocks)
    std::printf("[%s%d card=%d link=%.2f %llu-%llu %s] %s\n", kKinds[static_cast<int>(block.kind)],
                block.level, block.card, block.link_share,
                static_cast<unsigned long long>(block.offset.begin),
                static_cast<unsigned long long>(block.offset.end), block.href.value_or("").c_str(),
                block.text.c_str());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc >= 3 && std::strcmp(argv[1], "text-of") == 0) return show(argv[2]);
  if (argc < 4) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  const std::string command = argv[1];
  const auto gold = read_gold(argv[3]);
  if (!gold.ok()) {
    std::fprintf(stderr, "measure-html: %s\n", gold.error().message.c_str());
    return 2;
  }
  return measure_text(argv[2], *gold, command == "text-wrong");
}
