// SPDX-License-Identifier: GPL-2.0-or-later
//
// search --limit all, --report and repeat, as an analyst uses them.
#include <gtest/gtest.h>

#include "tests/cli/index_tool.h"

namespace rapporteur::testing {
namespace {

class Export : public ::testing::Test {
 protected:
  Export() { add(0, 30); }

  void add(int first, int count) {
    std::string records;
    for (int i = first; i < first + count; ++i) {
      records += record_line("r" + std::to_string(100 + i),
                             "Eviction number " + std::to_string(i) + " of the valley of Kenya.");
    }
    (void)index_tool({"add", "-", "-q", "--index", folder_ / "index"}, {.input = records});
  }

  ProgramResult ask(std::vector<std::string> words) const {
    return search_tool(std::move(words), folder_ / "index");
  }

  TemporaryFolder folder_;
};

TEST_F(Export, LimitAllGivesEveryMatchWithAllThatIsKnownOfIt) {
  const ProgramResult all = ask({"search", "eviction", "--limit", "all", "--format", "jsonl"});
  EXPECT_EQ(all.code, 0) << all.err;
  const std::vector<std::string> lines = lines_of(all.out);
  ASSERT_EQ(lines.size(), 30u);
  for (const std::string& line : lines) {
    const auto hit = nlohmann::json::parse(line);
    EXPECT_EQ(hit["record"]["id"], hit["id"]);
    EXPECT_TRUE(has(hit["record"]["text"], "valley"));
  }
  EXPECT_EQ(lines_of(ask({"search", "eviction", "--limit", "all", "--format", "tsv"}).out).size(),
            31u);
  EXPECT_EQ(lines_of(ask({"search", "eviction", "--limit", "all", "--format", "trec"}).out).size(),
            30u);
  EXPECT_TRUE(has(ask({"search", "eviction", "--limit", "all"}).out, "30. "));
}

TEST_F(Export, OneObjectOfAnySizeIsRefused) {
  const ProgramResult json = ask({"search", "eviction", "--limit", "all", "--format", "json"});
  EXPECT_EQ(json.code, 2);
  EXPECT_TRUE(has(json.err, "use --format jsonl")) << json.err;
}

TEST_F(Export, ABadLineInAFileOfQuestionsCostsThatQuestionAlone) {
  folder_.write("topics.tsv", "\xEF\xBB\xBFq1\teviction\nq2 valley\nq 3\tvalley\nq4\tvalley\n");
  const ProgramResult run =
      ask({"search", "--queries", folder_ / "topics.tsv", "--format", "trec", "--limit", "1"});
  EXPECT_EQ(run.code, 2);
  const std::vector<std::string> lines = lines_of(run.out);
  ASSERT_EQ(lines.size(), 2u) << run.out;
  EXPECT_TRUE(lines[0].starts_with("q1 Q0 "));
  EXPECT_TRUE(lines[1].starts_with("q4 Q0 "));
  EXPECT_TRUE(has(run.err, "line 2: ") && has(run.err, "line 3: ")) << run.err;
  EXPECT_EQ(ask({"search", "--queries", folder_ / ""}).code, 2);
}

TEST_F(Export, AReportTellsWhatWasAskedAndFound) {
  const ProgramResult asked = ask({"search", "eviction Kenya", "--country", "KEN", "--limit", "all",
                                   "--format", "tsv", "--report", folder_ / "report.md"});
  EXPECT_EQ(asked.code, 0) << asked.err;
  const std::string report = read_whole(folder_ / "report.md");
  for (const char* part :
       {"# Search report", "    eviction Kenya\n", "- matches: 30", "- listed: 30",
        "rapporteur search --limit=all --country=KEN -- 'eviction Kenya'", "\n```json\n"}) {
    EXPECT_TRUE(has(report, part)) << part << "\n" << report;
  }
  EXPECT_FALSE(has(report, folder_ / "index")) << "where the index is concerns this machine alone";
}

TEST_F(Export, AReportCanBeRepeatedAndTellsWhetherTheHitsAreTheSame) {
  for (const char* question :
       {"eviction Kenya", "it's \"the valley\" -harvest", "eviction ```json"}) {
    ask({"search", question, "--report", folder_ / "report.md"});
    const ProgramResult again = ask({"repeat", folder_ / "report.md"});
    EXPECT_EQ(again.code, 0) << again.out << again.err;
    EXPECT_TRUE(has(again.out, "the same hits in the same order; the index is the same"))
        << again.out;
  }
  ask({"search", "eviction", "--limit", "all", "--format", "trec", "--report",
       folder_ / "report.md"});
  EXPECT_EQ(ask({"repeat", folder_ / "report.md"}).code, 0);
  add(30, 1);
  const ProgramResult changed = ask({"repeat", folder_ / "report.md"});
  EXPECT_EQ(changed.code, 1);
  EXPECT_TRUE(has(changed.out, "the hits differ; the index is another, or has changed since"))
      << changed.out;
  EXPECT_TRUE(has(changed.out, "31 matches"));
}

TEST_F(Export, LastYearIsCountedFromTheDayOfTheReport) {
  std::string record = R"({"id": "old", "text": "A curfew.", "date": "2017-03-04"})";
  (void)index_tool({"add", "-", "-q", "--index", folder_ / "index"}, {.input = record + "\n"});
  ask({"search", "curfew last year", "--report", folder_ / "report.md"});
  std::string report = read_whole(folder_ / "report.md");
  const std::size_t today = report.find("\"today\": \"") + 10;
  report.replace(today, 10, "2018-06-01");
  folder_.write("report.md", report);
  const ProgramResult again = ask({"repeat", folder_ / "report.md"});
  EXPECT_TRUE(has(again.out, "now:")) << again.err;
  EXPECT_TRUE(has(again.out.substr(again.out.find("now:")), "1 matches, 0 without")) << again.out;
}

TEST_F(Export, WhatIsNoReportIsSaid) {
  folder_.write("notes.md", "# Notes\n\n```json\n{\"format\": 1}\n```\n");
  const ProgramResult notes = ask({"repeat", folder_ / "notes.md"});
  EXPECT_EQ(notes.code, 2);
  EXPECT_TRUE(has(notes.err, "notes.md is no search report")) << notes.err;
  EXPECT_EQ(ask({"repeat", folder_ / "none.md"}).code, 2);
  const ProgramResult nowhere =
      ask({"search", "eviction", "--report", folder_ / "no-folder/report.md"});
  EXPECT_EQ(nowhere.code, 2);
  EXPECT_TRUE(has(nowhere.err, "cannot be written")) << nowhere.err;
}

}  // namespace
}  // namespace rapporteur::testing
