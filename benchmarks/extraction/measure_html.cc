// SPDX-License-Identifier: GPL-2.0-or-later
//
// measure-html: how well main text and publication dates are found in judged pages, and how fast.
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "benchmarks/extraction/html_gold.h"
#include "benchmarks/extraction/page_journey.h"
#include "indexer/extract/html.h"

namespace {

using namespace rapporteur;

constexpr const char* kUsage =
    "Usage: measure-html text|text-wrong PAGES extraction-gold.json\n"
    "       measure-html names|names-wrong PAGES extraction-gold.json\n"
    "       measure-html dates|dates-wrong PAGES date-gold.json\n"
    "       measure-html cards|cards-wrong LISTING_PAGES\n"
    "       measure-html show PAGE\n"
    "Measures how well main text, titles and authors (names), dates of publication and cards are "
    "found in judged pages.\n"
    "-wrong lists what went wrong; show prints one page as it was read. Folders are unpacked.\n";

int measure_text(const std::string& pages, const std::vector<GoldPage>& gold, bool wrong_too) {
  SegmentCounts counts;
  double bytes = 0;
  double seconds = 0;
  for (const GoldPage& entry : gold) {
    const std::string html = read_whole_file(pages + "/" + entry.file);
    const std::clock_t start = std::clock();  // of this process: others may be at work
    const auto page =
        extract_html(entry.file, html, {.url = entry.url, .charset = {}, .captured = {}});
    seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
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
  std::printf("%.1f MB in %.2f s of CPU: %.1f MB/s\n", bytes / 1e6, seconds, bytes / 1e6 / seconds);
  return 0;
}

void print_found(const char* what, std::size_t pages, const SegmentCounts& counts) {
  std::printf(
      "%-28s pages %zu  precision %.4f  recall %.4f  F %.4f  (%zu right, %zu wrong, %zu none)\n",
      what, pages, counts.precision(), counts.recall(), counts.f1(), counts.true_positives,
      counts.false_positives, counts.false_negatives);
}

// What the page claims, and what its record says in the end: for a file of unknown address, and
// for a page whose address a crawl has kept.
int measure_dates(const std::string& pages, const std::vector<GoldPage>& gold, bool wrong_too) {
  SegmentCounts claims;
  SegmentCounts files;
  SegmentCounts crawled;
  PageJourney journey;
  for (const GoldPage& entry : gold) {
    const std::string html = read_whole_file(pages + "/" + entry.file);
    const auto page =
        extract_html(entry.file, html, {.url = entry.url, .charset = {}, .captured = {}});
    const std::string claimed = page.ok() ? claimed_day(*page) : "";
    score_date(entry, claimed, claims);
    score_date(entry, day_of(main_record(journey.records(entry.file, html))), files);
    const std::vector<Record> records = journey.records(entry.file, html, entry.url);
    const Record* record = main_record(records);
    const std::string day = day_of(record);
    score_date(entry, day, crawled);
    if (!wrong_too || day == entry.date || !page.ok()) continue;
    std::printf("%s: %s for %s, claimed %s  %s\n", entry.file.c_str(), day.c_str(),
                entry.date.c_str(), claimed.c_str(), entry.url.c_str());
    if (record != nullptr && record->date && *record->date)
      std::printf("    %s (%s)\n", to_iso((*record->date)->interval.from).c_str(),
                  (*record->date)->evidence.c_str());
    for (const auto& claim : page->metadata.dates)
      std::printf("    %s = %s\n", claim.name.c_str(), claim.value.c_str());
  }
  print_found("page claims", gold.size(), claims);
  print_found("records, address known", gold.size(), crawled);
  print_found("records, address unknown", gold.size(), files);
  return 0;
}

// Titles: what the page is said to be called, and what its record is called in the end.
int measure_names(const std::string& pages, const std::vector<GoldPage>& gold, bool wrong_too) {
  SegmentCounts titles;
  SegmentCounts record_titles;
  SegmentCounts authors;
  PageJourney journey;
  const auto score = [wrong_too](const GoldPage& entry, const char* what,
                                 const std::string& expected, const std::string& found,
                                 SegmentCounts& counts) {
    const std::size_t right = counts.true_positives;
    score_line(expected, found, counts);
    if (wrong_too && !expected.empty() && counts.true_positives == right)
      std::printf("%s: %s\n    is    %s\n    found %s\n", entry.file.c_str(), what,
                  expected.c_str(), found.c_str());
  };
  for (const GoldPage& entry : gold) {
    const std::string html = read_whole_file(pages + "/" + entry.file);
    const auto page =
        extract_html(entry.file, html, {.url = entry.url, .charset = {}, .captured = {}});
    if (!page.ok()) continue;
    score(entry, "title", entry.title, page->metadata.title.value_or(""), titles);
    score(entry, "author", entry.author, page->metadata.author.value_or(""), authors);
    const std::vector<Record> records = journey.records(entry.file, html, entry.url);
    const Record* record = main_record(records);
    const std::string record_title =
        record == nullptr || !record->title ? "" : record->title->value_or("");
    score(entry, "record", entry.title, record_title, record_titles);
  }
  print_found("titles, page", gold.size(), titles);
  print_found("titles, record", gold.size(), record_titles);
  print_found("authors", gold.size(), authors);
  return 0;
}

int measure_cards(const std::string& folder, bool wrong_too) {
  CardCounts counts;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    const std::string html = read_whole_file(file.path());
    const auto page = extract_html(file.path().filename().string(), html);
    if (!page.ok()) continue;
    const CardCounts one = score_cards(read_gold_cards(html), *page);
    counts += one;
    if (wrong_too && (one.right < one.gold || one.found != one.gold))
      std::printf("%s: %zu of %zu, %zu found\n", file.path().c_str(), one.right, one.gold,
                  one.found);
  }
  std::printf("cards %zu  right %zu (%.2f %%)  found %zu\n", counts.gold, counts.right,
              100.0 * static_cast<double>(counts.right) / static_cast<double>(counts.gold),
              counts.found);
  return 0;
}

int show(const std::string& path) {
  const auto page = extract_html(path, read_whole_file(path));
  if (!page.ok()) return 1;
  static constexpr const char* kKinds[] = {"p", "h", "li", "caption", "time"};
  const PageMetadata& head = page->metadata;
  std::printf("url %s\ntitle %s\nsite %s\nlanguage %s\nkind %s\n", head.url.value_or("-").c_str(),
              head.title.value_or("-").c_str(), head.site_name.value_or("-").c_str(),
              head.language.value_or("-").c_str(), head.kind.value_or("-").c_str());
  for (const auto& claim : head.dates)
    std::printf("date %s = %s\n", claim.name.c_str(), claim.value.c_str());
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
  if (argc >= 3 && std::strcmp(argv[1], "show") == 0) return show(argv[2]);
  if (argc >= 3 && std::strncmp(argv[1], "cards", 5) == 0)
    return measure_cards(argv[2], std::strcmp(argv[1], "cards-wrong") == 0);
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
  if (command.starts_with("names")) return measure_names(argv[2], *gold, command == "names-wrong");
  if (command.starts_with("dates")) return measure_dates(argv[2], *gold, command == "dates-wrong");
  return measure_text(argv[2], *gold, command == "text-wrong");
}
