// SPDX-License-Identifier: GPL-2.0-or-later
//
// What rapporteur-index promises of `add` and `extract`, from outside.
#include <gtest/gtest.h>

#include "tests/cli/index_tool.h"
#include "tests/support/archives.h"

namespace rapporteur::testing {
namespace {

const std::string kSample = std::string(RAPPORTEUR_SOURCE_DIR) + "/data/sample/pages";

TEST(IndexTool, HelpAndVersionGoToStandardOutput) {
  EXPECT_TRUE(has(index_tool({"--help"}).out, "\n  add INPUT..."));
  EXPECT_TRUE(has(index_tool({"add", "--help"}).out, "usage: rapporteur-index add"));
  EXPECT_TRUE(index_tool({"--version"}).out.starts_with("rapporteur-index "));
  EXPECT_EQ(index_tool({"--help"}).code, 0);
}

TEST(IndexTool, MisuseIsTwoAndSaysWhatToDo) {
  EXPECT_EQ(index_tool({}).code, 2);
  EXPECT_EQ(index_tool({"ad", "x"}).code, 2);
  const ProgramResult abbreviated = index_tool({"add", "x", "--ind", "y"});
  EXPECT_EQ(abbreviated.code, 2);
  EXPECT_TRUE(has(abbreviated.err, "--ind"));
  const ProgramResult without =
      index_tool({"add", "x"}, {.environment = {{"RAPPORTEUR_INDEX", ""}}});
  EXPECT_EQ(without.code, 2);
  EXPECT_TRUE(has(without.err, "RAPPORTEUR_INDEX"));
}

TEST(IndexTool, TheEnvironmentNamesTheIndex) {
  TemporaryFolder folder;
  const ProgramOptions options = {.input = record_line("a", "One text."),
                                  .environment = {{"RAPPORTEUR_INDEX", folder / "index"}}};
  EXPECT_EQ(index_tool({"add", "-"}, options).code, 0);
  EXPECT_EQ(records_in(folder / "index"), 1);
}

TEST(Extract, IsTheSameWhateverTheThreads) {
  const ProgramResult one = index_tool({"extract", kSample, "--threads", "1", "-q"});
  const ProgramResult many = index_tool({"extract", kSample, "--threads", "7", "-q"});
  EXPECT_GT(lines_of(one.out).size(), 60U);
  EXPECT_EQ(one.out, many.out);
}

TEST(Extract, WhatItPrintsItReadsBackUnchanged) {
  TemporaryFolder folder;
  const std::string records = index_tool({"extract", kSample, "-q"}).out;
  ASSERT_FALSE(records.empty());
  folder.write("records.jsonl", records);
  const ProgramResult again = index_tool({"extract", folder / "records.jsonl", "-q"});
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.err, "");
  const auto before = lines_of(records);
  const auto after = lines_of(again.out);
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(before[i], after[i]);
}

TEST(Extract, GivenNonesAreBelieved) {
  const std::string line =
      "{\"id\": \"a\", \"title\": null, \"text\": \"China was named by the Human Rights Council on "
      "3 "
      "May 2018.\", \"language\": null, \"date\": null, \"countries\": [], \"bodies\": null, "
      "\"sessions\": [], \"symbols\": [], \"mandates\": [], \"themes\": [], \"colour\": [1, {}]}\n";
  const ProgramResult result = index_tool({"extract", "-", "-q"}, {.input = line});
  const auto record = nlohmann::json::parse(result.out);
  EXPECT_TRUE(record["date"].is_null());
  EXPECT_TRUE(record["language"].is_null());
  EXPECT_EQ(record["countries"].size(), 0U);
  EXPECT_EQ(record["bodies"].size(), 0U);
  EXPECT_EQ(record["extra"]["colour"], nlohmann::json::parse("[1, {}]"));
}

TEST(Extract, CountriesMayBeCodesOrNames) {
  const std::string line =
      "{\"id\": \"a\", \"text\": \"A text.\", \"countries\": [\"CN\", \"Burma\", \"Atlantis\"]}\n";
  const ProgramResult result = index_tool({"extract", "-"}, {.input = line});
  const auto record = nlohmann::json::parse(result.out);
  ASSERT_EQ(record["countries"].size(), 2U);
  EXPECT_EQ(record["countries"][0]["code"], "CHN");
  EXPECT_EQ(record["countries"][1]["code"], "MMR");
  EXPECT_TRUE(has(result.err, "Atlantis"));
}

TEST(Extract, AReaderThatGoesAwayIsNoError) {
  const ProgramResult result = index_tool({"extract", kSample}, {.close_output = true});
  EXPECT_EQ(result.code, 0);
  EXPECT_FALSE(has(result.err, "standard output"));
}

TEST(Extract, VerboseTellsWhatWasDroppedAndQuietTellsNothing) {
  const std::string page = kSample + "/lakeside";
  const ProgramResult verbose = index_tool({"extract", page, "-v"});
  EXPECT_TRUE(has(verbose.err, " publications, dropped "));
  EXPECT_TRUE(has(verbose.err, " dropped as "));
  EXPECT_EQ(index_tool({"extract", page, "-q"}).err, "");
  EXPECT_TRUE(has(index_tool({"extract", page}).err, "blocks dropped (-v lists them)"));
}

TEST(Add, TheSameInputAgainReplacesEveryRecord) {
  TemporaryFolder folder;
  const ProgramResult first =
      index_tool({"add", kSample + "/lakeside", "--index", folder / "index"});
  EXPECT_EQ(first.code, 0) << first.err;
  const long records = records_in(folder / "index");
  EXPECT_GT(records, 10);
  const ProgramResult again =
      index_tool({"add", kSample + "/lakeside", "--again", "--index", folder / "index"});
  EXPECT_TRUE(has(again.err, " 0 added, " + std::to_string(records) + " replaced, 0 removed"))
      << again.err;
  EXPECT_EQ(records_in(folder / "index"), records);
}

TEST(Add, WhatIsInAndUnchangedIsPassedOver) {
  TemporaryFolder folder;
  const std::string index = folder / "index";
  for (const char* town : {"Lima", "Dakar", "Hanoi"}) {
    folder.write(std::string("site/") + town + ".txt",
                 std::string("Defenders | Threats in ") + town +
                     "\n\nThe Council heard on Monday how people had been threatened there.\n");
  }
  folder.write("other/records.jsonl", record_line("a", "One.") + record_line("b", "Two."));
  const auto add = [&] {
    return index_tool({"add", folder / "site", folder / "other", "--index", index});
  };
  EXPECT_EQ(add().code, 0);
  const ProgramResult second = add();
  EXPECT_EQ(second.code, 0);
  EXPECT_TRUE(has(second.err, "passed over 4 unchanged inputs")) << second.err;
  EXPECT_EQ(records_in(index), 5);

  folder.write("other/records.jsonl", record_line("a", "One, changed."));
  const ProgramResult third = add();
  EXPECT_TRUE(has(third.err, "passed over 3 unchanged inputs")) << third.err;
  EXPECT_TRUE(has(third.err, "0 added, 1 replaced, 1 removed")) << third.err;

  // What was taken out comes back with its input, as ever.
  EXPECT_EQ(index_tool({"remove", "a", "--index", index}).code, 0);
  const ProgramResult fourth = add();
  EXPECT_TRUE(has(fourth.err, "1 added, 0 replaced, 0 removed")) << fourth.err;
}

TEST(Add, AnInputOfWhichSomethingWasRejectedIsReadAgainAndToldAgain) {
  TemporaryFolder folder;
  folder.write("in/a.jsonl", record_line("a", "One.") + "{\"text\": 5}\n");
  for (int run = 0; run < 2; ++run) {
    const ProgramResult result = index_tool({"add", folder / "in", "--index", folder / "index"});
    EXPECT_EQ(result.code, 1);
    EXPECT_TRUE(has(result.err, "rejected: a.jsonl:2")) << result.err;
  }
}

TEST(Add, ASourceThatChangedLosesWhatItNoLongerHas) {
  TemporaryFolder folder;
  const std::string index = folder / "index";
  const std::string file =
      folder.write("a.jsonl", record_line("a", "One.") + record_line("b", "Two."));
  folder.write("b.jsonl", record_line("c", "Three."));
  EXPECT_EQ(index_tool({"add", folder / "a.jsonl", folder / "b.jsonl", "--index", index}).code, 0);
  EXPECT_EQ(records_in(index), 3);
  folder.write("a.jsonl", record_line("b", "Two, changed."));
  const ProgramResult result = index_tool({"add", file, "--index", index});
  EXPECT_TRUE(has(result.err, "0 added, 1 replaced, 1 removed")) << result.err;
  EXPECT_EQ(records_in(index), 2);
}

TEST(Add, AnArchiveThatChangedLosesWhatItNoLongerHas) {
  TemporaryFolder folder;
  const Files files = {{"a.jsonl", record_line("a", "One text.") + record_line("b", "Two texts.")},
                       {"c.jsonl", record_line("c", "Three texts.")}};
  folder.write("pages.zip", zip_of(files));
  ASSERT_EQ(index_tool({"add", folder / "pages.zip", "--index", folder / "index"}).code, 0);
  EXPECT_EQ(records_in(folder / "index"), 3);
  folder.write("pages.zip", zip_of({files[0]}));
  const ProgramResult again =
      index_tool({"add", folder / "pages.zip", "--index", folder / "index"});
  EXPECT_TRUE(has(again.err, "0 added, 2 replaced, 1 removed")) << again.err;
}

TEST(Add, WhatIsPipedInLaterReplacesNothingElse) {
  TemporaryFolder folder;
  const std::string index = folder / "index";
  for (const char* text :
       {"{\"text\": \"One.\"}\n", "{\"text\": \"Two.\"}\n", "{\"text\": \"One.\"}\n"}) {
    EXPECT_EQ(index_tool({"add", "-", "--index", index}, {.input = text}).code, 0);
  }
  EXPECT_EQ(records_in(index), 2);
}

TEST(Add, TheLastOfTwoRecordsWithOneIdStays) {
  TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 50; ++i) lines += record_line("same", "Text " + std::to_string(i) + ".");
  const ProgramResult result =
      index_tool({"add", "-", "--threads", "4", "--index", folder / "index"}, {.input = lines});
  EXPECT_EQ(result.code, 0);
  EXPECT_TRUE(has(result.err, "the id same was there before"));
  EXPECT_EQ(records_in(folder / "index"), 1);
}

TEST(Add, WhatWasExtractedMakesTheSameIndex) {
  TemporaryFolder folder;
  const std::string records = index_tool({"extract", kSample, "-q"}).out;
  (void)index_tool({"add", kSample, "-q", "--index", folder / "one"});
  EXPECT_EQ(index_tool({"add", "-", "-q", "--index", folder / "two"}, {.input = records}).code, 0);
  EXPECT_GT(records_in(folder / "one"), 60);
  EXPECT_EQ(records_in(folder / "one"), records_in(folder / "two"));
  EXPECT_EQ(index_tool({"verify", "-q", "--index", folder / "two"}).code, 0);
}

TEST(Add, GivesTheSearcherWhatItNeeds) {
  TemporaryFolder folder;
  (void)index_tool({"add", kSample, "-q", "--index", folder / "index"});
  const ProgramResult found = run_program({RAPPORTEUR_TOOL, "search", "reprisals China 2018",
                                           "--format", "json", "--index", folder / "index"});
  EXPECT_EQ(found.code, 0) << found.err;
  const auto answer = nlohmann::json::parse(found.out, nullptr, false);
  ASSERT_TRUE(answer.is_object());
  EXPECT_GT(answer["total"], 0);
  EXPECT_GT(answer["facets"]["country"].size(), 0U);
}

TEST(Extract, WhyShowsTheWordsThatTellEachTag) {
  TemporaryFolder folder;
  folder.write(
      "a.jsonl",
      "{\"id\": \"a\", \"title\": \"Egypt must free them\", \"bodies\": [\"CAT\"], \"text\": "
      "\"On 3 May 2017 the Human Rights Council heard of torture in Egypt and Chad.\"}\n" +
          record_line("b", "Another text."));
  const ProgramResult result =
      index_tool({"extract", folder / "a.jsonl", "--why", "a", "--why", "z"});
  EXPECT_EQ(result.code, 1);
  EXPECT_TRUE(has(result.err, "no record has the id z"));
  EXPECT_TRUE(result.out.starts_with("a  Egypt must free them\n"));
  EXPECT_TRUE(has(result.out, "country   EGY  primary, salience 0."));
  EXPECT_TRUE(has(result.out, "title: [Egypt] must free them"));
  EXPECT_TRUE(has(result.out, "torture in Egypt and [Chad].\n"));
  EXPECT_TRUE(has(result.out, "body      CAT\n            given with the record"));
  EXPECT_TRUE(has(result.out, "theme     torture"));
  EXPECT_TRUE(has(result.out, "date      none: nothing tells it"));
  EXPECT_FALSE(has(result.out, "Another text"));
}

}  // namespace
}  // namespace rapporteur::testing
