// SPDX-License-Identifier: GPL-2.0-or-later
//
// Floors on real, judged pages. They skip where the pages are not at hand.
#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "benchmarks/extraction/html_gold.h"
#include "benchmarks/extraction/page_journey.h"
#include "indexer/extract/html.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

// An archive of the shared data, unpacked once a test run; "" where it is missing.
std::string unpacked(const std::string& archive, const std::string& folder) {
  const fs::path source = fs::path(RAPPORTEUR_SHARED_DATA) / archive;
  if (!fs::exists(source)) return "";
  const fs::path target =
      fs::path(testing::TempDir()) / ("rapporteur-html-" + std::to_string(getpid()));
  fs::create_directories(target);
  const std::string command = "tar xf '" + source.string() + "' -C '" + target.string() + "'";
  return std::system(command.c_str()) == 0 ? (target / folder).string() : "";
}

class HtmlGold : public testing::Test {
 protected:
  void TearDown() override {
    fs::remove_all(fs::path(testing::TempDir()) / ("rapporteur-html-" + std::to_string(getpid())));
  }
};

TEST_F(HtmlGold, MainTextIsFoundAsWellAsByTheBestFreeTools) {
  const std::string pages = unpacked("html/pages.tar.xz", "pages");
  if (pages.empty()) GTEST_SKIP() << "no html/pages.tar.xz in " RAPPORTEUR_SHARED_DATA;
  const auto gold = read_gold(RAPPORTEUR_SHARED_DATA "/html/extraction-gold.json");
  ASSERT_TRUE(gold.ok());
  SegmentCounts counts;
  for (const GoldPage& entry : *gold) {
    const auto page = extract_html(entry.file, read_whole_file(pages + "/" + entry.file),
                                   {.url = entry.url, .charset = {}, .captured = {}});
    ASSERT_TRUE(page.ok());
    counts += score_segments(entry, article_text(*page));
  }
  EXPECT_GE(counts.f1(), 0.93);
}

TEST_F(HtmlGold, DaysOfPublicationAreFound) {
  const std::string pages = unpacked("html/pages.tar.xz", "pages");
  if (pages.empty()) GTEST_SKIP() << "no html/pages.tar.xz in " RAPPORTEUR_SHARED_DATA;
  const auto gold = read_gold(RAPPORTEUR_SHARED_DATA "/html/date-gold.json");
  ASSERT_TRUE(gold.ok());
  SegmentCounts claims;
  SegmentCounts records;
  PageJourney journey;
  for (const GoldPage& entry : *gold) {
    const std::string html = read_whole_file(pages + "/" + entry.file);
    const auto page =
        extract_html(entry.file, html, {.url = entry.url, .charset = {}, .captured = {}});
    ASSERT_TRUE(page.ok());
    score_date(entry, claimed_day(*page), claims);
    score_date(entry, day_of(main_record(journey.records(entry.file, html))), records);
  }
  EXPECT_GE(claims.f1(), 0.95);
  EXPECT_GE(records.f1(), 0.95) << "what the claims tell is lost on the way to the record";
}

TEST_F(HtmlGold, CardsOfListingPagesAreFound) {
  const std::string pages = unpacked("amnesty/listing-pages-html.tar.xz", "html");
  if (pages.empty())
    GTEST_SKIP() << "no amnesty/listing-pages-html.tar.xz in " RAPPORTEUR_SHARED_DATA;
  CardCounts counts;
  for (const auto& file : fs::directory_iterator(pages)) {
    const std::string html = read_whole_file(file.path());
    const auto page = extract_html(file.path().filename().string(), html);
    ASSERT_TRUE(page.ok());
    counts += score_cards(read_gold_cards(html), *page);
  }
  ASSERT_GT(counts.gold, 900u);
  EXPECT_GE(static_cast<double>(counts.right), 0.99 * static_cast<double>(counts.gold));
}

}  // namespace
}  // namespace rapporteur
