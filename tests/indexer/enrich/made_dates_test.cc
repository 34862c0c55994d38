// SPDX-License-Identifier: GPL-2.0-or-later
//
// The dates of 250 folders of pages from sites that nobody has seen, each piece's day right.
#include <gtest/gtest.h>

#include <string>

#include "indexer/enrich/enrich.h"
#include "indexer/extract/plain_text.h"
#include "indexer/page_records.h"
#include "indexer/split/split.h"
#include "tests/indexer/enrich/made_dated_site.h"

namespace rapporteur {
namespace {

std::string shown(const std::optional<RecordDate>& date) {
  if (!date) return "undated";
  if (date->precision != DatePrecision::kDay) return "coarse";
  return to_iso(date->interval.from) + " (" + date->evidence + ")";
}

class MadeDates : public testing::TestWithParam<DatedSiteKind> {
 protected:
  static Page read(const MadeDatedPage& made) {
    Page page = read_plain_text(made.bytes, "page.txt", "folder");
    if (made.captured)
      page.captured = RecordDate{DateInterval::day(*made.captured), DatePrecision::kDay,
                                 DateMethod::kMetadata, "capture"};
    return page;
  }
};

TEST_P(MadeDates, AreAllRight) {
  static const Vocabularies vocabularies = Vocabularies::load().value();
  Enricher enricher(vocabularies);
  constexpr std::uint32_t kSites = 50;
  for (std::uint32_t seed = 1; seed <= kSites; ++seed) {
    const auto folder = make_dated_pages(GetParam(), seed);
    SiteRepeats repeats;
    for (const MadeDatedPage& made : folder) repeats.add(read(made));
    for (const MadeDatedPage& made : folder) {
      const Page page = read(made);
      const SplitPage parts = split(page, repeats);
      std::vector<Record> records = page_records(page, parts);
      enricher.enrich_page(page, parts, records);
      ASSERT_EQ(records.size(), made.days.size()) << "seed " << seed << "\n" << made.bytes;
      for (std::size_t i = 0; i < records.size(); ++i) {
        const std::string found = shown(*records[i].date);
        const std::string expected = made.days[i] ? to_iso(*made.days[i]) : "undated";
        EXPECT_EQ(found.substr(0, expected.size()), expected)
            << "seed " << seed << ", piece " << i << ": " << found << "\n"
            << made.bytes;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, MadeDates,
                         testing::Values(DatedSiteKind::kOverNewYear, DatedSiteKind::kCapturedLater,
                                         DatedSiteKind::kTwoSites, DatedSiteKind::kNoFooter,
                                         DatedSiteKind::kOneTeaser));

}  // namespace
}  // namespace rapporteur
