// SPDX-License-Identifier: GPL-2.0-or-later
//
// The PDF files at hand, through the whole journey: what their mastheads say, read by eye.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "indexer/pipeline.h"

namespace rapporteur {
namespace {

struct Expected {
  const char* file;
  const char* symbol;
  const char* session;        // of the Council that the report is for
  const char* group_session;  // of the Working Group
  const char* day;
  const char* country;
};

constexpr Expected kReviews[] = {
    {"afghanistan2014", "A/HRC/26/4", "HRC-26", "UPR-18", "2014-04-04", "AFG"},
    {"bangladesh2009", "A/HRC/11/18", "HRC-11", "UPR-4", "2009-10-05", "BGD"},
    {"bruneidarussalam2010", "A/HRC/13/14", "HRC-13", "UPR-6", "2010-01-04", "BRN"},
    {"chile2014", "A/HRC/26/5", "HRC-26", "UPR-18", "2014-04-02", "CHL"},
    {"democraticpeoplesrepublicofkorea2010", "A/HRC/13/13", "HRC-13", "UPR-6", "2010-01-04", "PRK"},
    {"estonia2011", "A/HRC/17/17", "HRC-17", "UPR-10", "2011-03-28", "EST"},
    {"guatemala2008", "A/HRC/8/38", "HRC-8", "UPR-2", "2008-05-29", "GTM"},
    {"israel2013", "A/HRC/25/15", "HRC-25", "UPR-17", "2013-12-19", "ISR"},
    {"libya2011", "A/HRC/16/15", "HRC-16", "UPR-9", "2011-01-04", "LBY"},
    {"mauritius2013", "A/HRC/25/8", "HRC-25", "UPR-17", "2013-12-26", "MUS"},
    {"newzealand2014", "A/HRC/26/3", "HRC-26", "UPR-18", "2014-04-07", "NZL"},
    {"poland2012", "A/HRC/21/14", "HRC-21", "UPR-13", "2012-07-09", "POL"},
    {"senegal2009", "A/HRC/11/24", "HRC-11", "UPR-4", "2009-10-05", "SEN"},
    {"swaziland2011", "A/HRC/19/6", "HRC-19", "UPR-12", "2011-12-12", "SWZ"},
};

class Collect : public RecordSink {
 public:
  explicit Collect(std::map<std::string, Record>& records) : records_(records) {}
  std::unique_ptr<Lane> make_lane() override { return std::make_unique<CollectLane>(records_); }

 private:
  class CollectLane : public Lane {
   public:
    explicit CollectLane(std::map<std::string, Record>& records) : records_(records) {}
    Result<void> take(const Record& record, std::uint64_t, std::string_view) override {
      records_[record.source] = record;
      return {};
    }

   private:
    std::map<std::string, Record>& records_;
  };
  std::map<std::string, Record>& records_;
};

class SharedPdfs : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string folder = std::string(RAPPORTEUR_SHARED_DATA) + "/pdf";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not here";
    Collect sink(records_);
    PipelineOptions options;
    options.threads = 1;
    const auto report = run_pipeline({folder}, options, sink, [&](const PipelineMessage& message) {
      if (message.kind == PipelineMessage::Kind::kRejected)
        rejected_[message.source] = message.text;
    });
    ASSERT_TRUE(report.ok());
  }

  std::map<std::string, Record> records_;
  std::map<std::string, std::string> rejected_;
};

TEST_F(SharedPdfs, ReviewsAreWhatTheirMastheadsSay) {
  for (const Expected& expected : kReviews) {
    SCOPED_TRACE(expected.file);
    const auto found = records_.find(std::string(expected.file) + ".pdf");
    ASSERT_NE(found, records_.end());
    const Record& record = found->second;
    EXPECT_EQ(record.kind, "report");
    EXPECT_TRUE(
        record.title && *record.title &&
        (*record.title)
            ->starts_with("Report of the Working Group on the Universal Periodic Review: "));
    EXPECT_EQ(record.language, std::optional<std::string>("en"));
    ASSERT_TRUE(record.symbols && !record.symbols->empty());
    EXPECT_EQ(record.symbols->front(), expected.symbol);
    EXPECT_EQ(record.sessions,
              (std::vector<std::string>{expected.session, expected.group_session}));
    ASSERT_TRUE(record.date && *record.date);
    EXPECT_EQ(to_iso((*record.date)->interval.from), expected.day);
    EXPECT_EQ((*record.date)->method, DateMethod::kPrinted);
    std::vector<std::string> primary;
    for (const RecordCountry& country : *record.countries) {
      if (country.primary) primary.push_back(country.code);
    }
    EXPECT_EQ(primary, std::vector<std::string>{expected.country});
    for (const char* body : {"UPR", "HRC"}) {
      EXPECT_EQ(std::count(record.bodies->begin(), record.bodies->end(), body), 1) << body;
    }
    // Nothing of the pages around the text.
    EXPECT_EQ(record.text.find("....."), std::string::npos);
    EXPECT_NE(record.text.find("\n\n2. On "), std::string::npos);
  }
}

TEST_F(SharedPdfs, ScansAreRejectedWithTheirReason) {
  EXPECT_EQ(rejected_.size(), 3U);
  for (const auto& [source, reason] : rejected_) {
    EXPECT_NE(reason.find("scan without text"), std::string::npos) << source;
  }
}

TEST_F(SharedPdfs, AScanWithTextIsNotDatedByItsScanner) {
  const auto found = records_.find("1971-09-29_A_L.632-EN.pdf");
  ASSERT_NE(found, records_.end());
  const auto& date = found->second.date;
  EXPECT_TRUE(!date || !*date || (*date)->interval.from.year == 1971);
}

}  // namespace
}  // namespace rapporteur
