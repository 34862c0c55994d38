// SPDX-License-Identifier: GPL-2.0-or-later
//
// Dates of whole pages, split as they are in a run: the sample collection and real pages.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "common/text/utf8.h"
#include "indexer/enrich/dates.h"
#include "indexer/extract/plain_text.h"
#include "indexer/split/split.h"

namespace rapporteur {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct DatedPage {
  SplitPage parts;
  std::vector<std::optional<RecordDate>> dates;
};

// The file's own name is kept from the resolver: it must not be needed.
DatedPage date_file(const std::filesystem::path& path) {
  const Page page = read_plain_text(read_file(path), "page.txt", "");
  DatedPage dated;
  dated.parts = split(page, SiteRepeats());
  dated.dates = DateResolver().resolve(page, dated.parts.pieces);
  return dated;
}

// "2018-02-13" or "2018", as much as is known.
std::string shown(const std::optional<RecordDate>& date) {
  if (!date) return "undated";
  const std::string day = to_iso(date->interval.from);
  return date->precision == DatePrecision::kDay ? day : day.substr(0, 4);
}

// Checks the expected dates of one page ("has" names the record; a day or a year) and gives how
// many of its records were there to be checked: finding them is the splitter's business.
int expect_dates(const std::filesystem::path& path, const nlohmann::json& items) {
  const DatedPage page = date_file(path);
  int checked = 0;
  for (const auto& item : items) {
    if (!item.contains("date") || item["date"].is_null()) continue;
    const std::string has = collapse_spaces(item["has"].get<std::string>());
    const std::string expected = item["date"];
    for (std::size_t i = 0; i < page.dates.size(); ++i) {
      const Piece& piece = page.parts.pieces[i];
      if (collapse_spaces(piece.text).find(has) == std::string::npos) continue;
      ++checked;
      EXPECT_EQ(shown(page.dates[i]).substr(0, expected.size()), expected) << path << ": " << has;
      if (page.dates[i]) {
        EXPECT_FALSE(page.dates[i]->evidence.empty()) << has;
      }
    }
  }
  return checked;
}

TEST(DatedPages, OfTheSampleAreAsExpected) {
  const std::filesystem::path sample =
      std::filesystem::path(RAPPORTEUR_SOURCE_DIR) / "data/sample/pages";
  const auto gold = nlohmann::json::parse(read_file(sample.parent_path() / "gold.json"));
  int checked = 0;
  for (const auto& [file, page] : gold["pages"].items()) {
    if (!file.ends_with(".txt")) continue;
    checked += expect_dates(sample / file, page["records"]);
  }
  EXPECT_GE(checked, 50);
}

TEST(DatedPages, OfARealSiteAreAsExpected) {
  const std::filesystem::path seeds = std::filesystem::path(RAPPORTEUR_SHARED_DATA) / "seeds";
  if (!std::filesystem::exists(seeds / "gold.json")) {
    GTEST_SKIP() << "no real pages at " << seeds;
  }
  const auto gold = nlohmann::json::parse(read_file(seeds / "gold.json"));
  int checked = 0;
  for (const auto& [file, page] : gold.items()) {
    if (file.ends_with(".txt")) checked += expect_dates(seeds / file, page["items"]);
  }
  EXPECT_GE(checked, 12);
}

}  // namespace
}  // namespace rapporteur
