// SPDX-License-Identifier: GPL-2.0-or-later
//
// What becomes of the pages of web archives, from the file to the record.
#include <gtest/gtest.h>

#include <filesystem>
#include <mutex>

#include "indexer/pipeline.h"
#include "indexer/source/record_id.h"
#include "tests/support/archives.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

using testing::TemporaryFolder;

struct Kept {
  std::vector<Record> records;
  std::vector<std::string> inputs;   // that were read to their end
  std::vector<std::string> origins;  // of the records
  std::vector<std::uint64_t> orders;
};

class KeepingSink : public RecordSink {
 public:
  std::unique_ptr<Lane> make_lane() override { return std::make_unique<KeepingLane>(*this); }
  void source_was_read(const std::string& source, const std::string&) override {
    kept.inputs.push_back(source);
  }

  Kept kept;

 private:
  class KeepingLane : public Lane {
   public:
    explicit KeepingLane(KeepingSink& sink) : sink_(sink) {}
    Result<void> take(const Record& record, std::uint64_t order, std::string_view origin) override {
      const std::lock_guard lock(sink_.mutex_);
      sink_.kept.orders.push_back(order);
      sink_.kept.records.push_back(record);
      sink_.kept.origins.emplace_back(origin);
      return {};
    }

   private:
    KeepingSink& sink_;
  };
  std::mutex mutex_;
};

Kept records_of(const std::string& file) {
  KeepingSink sink;
  const auto report = run_pipeline({file}, {}, sink, [](const PipelineMessage&) {});
  EXPECT_TRUE(report.ok());
  return std::move(sink.kept);
}

const std::string kUrl = "https://www.example.org/news/two-held";
const std::string kTitle = "Two held in Nairobi after a meeting";
const std::string kFirst =
    "Two members of an association were held at the airport of Nairobi when they came home from a "
    "session of the Human Rights Council.";
const std::string kSecond =
    "Both had spoken about prisons in Kenya at a side event, and both had been warned not to, said "
    "the Forum on Thursday.";

std::string made_page(const std::string& day) {
  return "<html><head><title>" + kTitle +
         "</title></head><body><ul><li><a href=/>Home</a></li><li><a "
         "href=/us>About</a></li></ul><h1>" +
         kTitle + "</h1><time>" + day + "</time><p>" + kFirst + "</p><p>" + kSecond +
         "</p></body></html>";
}

std::string made_text(const std::string& day) {
  return kTitle + "\nHome\nAbout\n" + kTitle + "\n" + day + "\n" + kFirst + "\n" + kSecond + "\n";
}

std::string wet_record(const std::string& url, const std::string& text) {
  return testing::warc_record(
      "conversion",
      "WARC-Target-URI: " + url +
          "\r\nWARC-Date: 2018-06-21T10:11:12Z\r\nContent-Type: text/plain\r\n",
      text);
}

void expect_same(const Record& warc, const Record& wet) {
  EXPECT_EQ(warc.id, wet.id);
  EXPECT_EQ(warc.url, wet.url);
  EXPECT_EQ(warc.title, wet.title);
  EXPECT_EQ(warc.kind, wet.kind);
  EXPECT_EQ(warc.language, wet.language);
  ASSERT_EQ(warc.date.has_value() && warc.date->has_value(),
            wet.date.has_value() && wet.date->has_value());
  if (warc.date && *warc.date) {
    EXPECT_EQ((*warc.date)->interval, (*wet.date)->interval);
  }
  std::vector<std::string> countries[2];
  for (const RecordCountry& country : *warc.countries) countries[0].push_back(country.code);
  for (const RecordCountry& country : *wet.countries) countries[1].push_back(country.code);
  EXPECT_EQ(countries[0], countries[1]);
  EXPECT_EQ(warc.bodies, wet.bodies);
}

TEST(WebArchiveRecords, TheUrlThatWasFetchedMakesTheId) {
  TemporaryFolder folder;
  const std::string page =
      "<link rel=canonical href=https://other.org/>" + made_page("20 June 2018");
  const Kept kept = records_of(folder.write("a.warc", testing::warc_page(kUrl, page)));
  ASSERT_EQ(kept.records.size(), 1U);
  EXPECT_EQ(kept.records[0].url, kUrl);
  EXPECT_EQ(kept.records[0].id, id_from_url(kUrl));
  EXPECT_EQ(kept.records[0].source, "a.warc/" + kUrl);
  EXPECT_EQ(kept.origins[0], "a.warc");
  EXPECT_EQ(kept.inputs, std::vector<std::string>{"a.warc"});
}

TEST(WebArchiveRecords, TheTextOfAPageGivesTheRecordOfThePage) {
  TemporaryFolder folder;
  const std::string day = "20 June 2018";
  const Kept warc = records_of(folder.write("a.warc", testing::warc_page(kUrl, made_page(day))));
  const Kept wet = records_of(folder.write("a.wet", wet_record(kUrl, made_text(day))));
  ASSERT_EQ(warc.records.size(), 1U);
  ASSERT_EQ(wet.records.size(), 1U);
  expect_same(warc.records[0], wet.records[0]);
  EXPECT_EQ(warc.records[0].text, wet.records[0].text);
  ASSERT_TRUE(wet.records[0].date && *wet.records[0].date);
  EXPECT_EQ(to_iso((*wet.records[0].date)->interval.from), "2018-06-20");
}

TEST(WebArchiveRecords, APageCountsBeforeItsTextInWhateverOrderTheyCome) {
  for (const char* text_name : {"in/1.wet", "in/3.wet"}) {
    const TemporaryFolder folder;
    folder.write(text_name, wet_record(kUrl, made_text("20 June 2018")));
    folder.write("in/2.warc", testing::warc_page(kUrl, made_page("20 June 2018")));
    const Kept both = records_of(folder / "in");
    ASSERT_EQ(both.records.size(), 2U);
    const std::size_t page = both.origins[0] == "2.warc" ? 0 : 1;
    EXPECT_GT(both.orders[page], both.orders[1 - page]) << text_name;
  }
}

TEST(WebArchiveRecords, TheDayOfCaptureBoundsTheDateAndNeverIsIt) {
  TemporaryFolder folder;
  const auto date_of = [&](const std::string& day) {
    const Kept kept = records_of(folder.write("a.warc", testing::warc_page(kUrl, made_page(day))));
    if (kept.records.size() != 1U || !kept.records[0].date) return std::string("none");
    const auto& date = *kept.records[0].date;
    return date ? to_iso(date->interval.from) : std::string("undated");
  };
  EXPECT_EQ(date_of("20 June 2018"), "2018-06-20");
  EXPECT_EQ(date_of("20 June 2019"), "undated");  // the page was fetched in 2018
  EXPECT_EQ(date_of(""), "undated");
}

TEST(WebArchiveRecords, TheServersCharsetIsUsed) {
  TemporaryFolder folder;
  const std::string page =
      "<html><h1>\xCF\xF0\xE0\xE2\xE0</h1><p>" + kFirst + "</p><p>" + kSecond + "</p>";
  const Kept kept = records_of(folder.write(
      "a.warc",
      testing::warc_page(kUrl, page, "Content-Type: text/html; charset=windows-1251\r\n")));
  ASSERT_EQ(kept.records.size(), 1U);
  EXPECT_EQ(kept.records[0].title, std::optional<std::string>("Права"));
}

// One page of an encyclopedia, as WARC and as WET.
TEST(WebArchiveRecords, ARealPageAndItsTextGiveTheSameRecord) {
  const auto folder = std::filesystem::path(RAPPORTEUR_SHARED_DATA) / "web-archives/commoncrawl";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is missing";
  const Kept warc = records_of((folder / "whirlwind.warc.gz").string());
  const Kept wet = records_of((folder / "whirlwind.warc.wet.gz").string());
  ASSERT_EQ(warc.records.size(), 1U);
  ASSERT_EQ(wet.records.size(), 1U);
  const Record& page = warc.records[0];
  const Record& text = wet.records[0];
  EXPECT_EQ(page.id, text.id);
  EXPECT_EQ(page.url, text.url);
  EXPECT_EQ(page.kind, text.kind);
  EXPECT_EQ(page.title, text.title);
  EXPECT_EQ(page.language, text.language);
  // Its date stands in its head only, which no WET file has. All of its text is the page's; sections
  // behind a long table are not told from what stands beside the text.
  std::size_t same = 0;
  for (std::size_t at = 0; at < text.text.size();) {
    const std::size_t end = std::min(text.text.find("\n\n", at), text.text.size());
    if (page.text.find(text.text.substr(at, end - at)) != std::string::npos) same += end - at;
    at = end + 2;
  }
  EXPECT_GE(same * 20, text.text.size() * 19);
  EXPECT_GE(text.text.size() * 2, page.text.size());
}

}  // namespace
}  // namespace rapporteur
