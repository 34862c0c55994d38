// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whatever is fed in: a clear message, the right exit code, and nothing else lost.
#include <gtest/gtest.h>
#include <sys/file.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "tests/cli/index_tool.h"

namespace rapporteur::testing {
namespace {

// A folder with one good record besides whatever a test adds to pages/.
class BadInput : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("pages/z-good.jsonl", record_line("good", "A good text."));
  }

  ProgramResult add(const ProgramOptions& options = {}) {
    return index_tool({"add", folder_ / "pages", "--index", index_}, options);
  }
  std::string extract() { return index_tool({"extract", folder_ / "pages", "-q"}).out; }

  TemporaryFolder folder_;
  const std::string index_ = folder_ / "index";
};

TEST_F(BadInput, AnEmptyFileIsNamed) {
  folder_.write("pages/empty.txt", "");
  folder_.write("pages/blank.txt", " \n\t\n");
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 1);
  EXPECT_TRUE(has(result.err, "rejected: empty.txt: is empty"));
  EXPECT_TRUE(has(result.err, "rejected: blank.txt: is empty"));
  EXPECT_EQ(records_in(index_), 1);
}

TEST_F(BadInput, NulBytesAndBrokenUtf8AreMadeText) {
  std::string page = "A title of the page\n\nThe Council heard \xFF\xFE two people";
  page += std::string(3, '\0');
  page +=
      " on Monday\xC3, said the Fran\xE7"
      "ais, and they went home again afterwards.\n";
  folder_.write("pages/a.txt", page);
  folder_.write("pages/b.jsonl", "{\"id\": \"b\", \"text\": \"Broken \xC3\x28 text\"}\n");
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 0) << result.err;
  const std::string records = extract();
  EXPECT_TRUE(has(records, "The Council heard"));
  EXPECT_TRUE(has(records, "went home again"));
  for (const std::string& line : lines_of(records)) EXPECT_TRUE(nlohmann::json::accept(line));
}

TEST_F(BadInput, WhatWasRejectedIsWrittenDownForPrograms) {
  folder_.write("pages/empty.txt", "");
  folder_.write("pages/a.jsonl", record_line("a", "A text.") + "{\"text\": 5}\n");
  const std::string rejects = folder_ / "rejects.jsonl";
  const ProgramResult result = index_tool(
      {"add", folder_ / "pages", folder_ / "none", "--index", index_, "--rejects", rejects});
  EXPECT_EQ(result.code, 1);
  std::ifstream file(rejects);
  std::vector<nlohmann::json> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(std::string(lines[0]["source"]).ends_with("none"));
  EXPECT_EQ(lines[1]["source"], "a.jsonl");
  EXPECT_EQ(lines[1]["record"], 2);
  EXPECT_EQ(lines[1]["bytes"], 11);
  EXPECT_TRUE(has(lines[1]["reason"], "\"text\" must be a string"));
  EXPECT_EQ(lines[2]["source"], "empty.txt");
  EXPECT_TRUE(lines[2]["record"].is_null());
  EXPECT_EQ(lines[2]["reason"], "is empty");
}

TEST_F(BadInput, AFileOfRejectsThatCannotBeWrittenEndsTheRun) {
  const ProgramResult result = index_tool(
      {"add", folder_ / "pages", "--index", index_, "--rejects", folder_ / "none/rejects.jsonl"});
  EXPECT_EQ(result.code, 2);
  EXPECT_TRUE(has(result.err, "none/rejects.jsonl cannot be written: No such file or directory"));
}

TEST_F(BadInput, ABinaryFileIsRejectedByItsContent) {
  folder_.write("pages/report.txt", "%PDF-1.7\nbinary");
  folder_.write("pages/photo.html", "\x89PNG\r\n\x1A\n");
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 1);
  EXPECT_TRUE(has(result.err, "report.txt: is a damaged PDF"));
  EXPECT_TRUE(has(result.err, "photo.html: is an image"));
  EXPECT_EQ(records_in(index_), 1);
}

TEST_F(BadInput, ALineOf300MegabytesIsPassedOverInLittleMemory) {
  // Sparse: NULs that take no room on disk.
  const std::string file = folder_.write("pages/a.jsonl", record_line("before", "Before."));
  const auto size = std::filesystem::file_size(file);
  std::filesystem::resize_file(file, size + (300U << 20));
  std::ofstream(file, std::ios::app) << '\n' << record_line("after", "After.");
  const ProgramResult result = add({.max_memory_bytes = 1U << 30});
  EXPECT_EQ(result.code, 1);
  EXPECT_TRUE(has(result.err, "rejected: a.jsonl:2: is 300 MiB long")) << result.err;
  EXPECT_EQ(records_in(index_), 3);
}

TEST_F(BadInput, APageOf300MegabytesIsRejectedAlone) {
  const std::string file = folder_.write("pages/a.txt", std::string(100000, 'x'));
  std::filesystem::resize_file(file, 300U << 20);
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 1);
  EXPECT_TRUE(has(result.err, "rejected: a.txt: is larger than 64 MiB")) << result.err;
  EXPECT_EQ(records_in(index_), 1);
}

TEST_F(BadInput, HtmlNested100000DeepIsRead) {
  std::string page = "<!DOCTYPE html><html><body><h1>A title of the page</h1>";
  for (int i = 0; i < 100000; ++i) page += "<div>";
  page += "<p>The Council heard two people on Monday, and they went home again afterwards.</p>";
  folder_.write("pages/deep.html", page);
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_TRUE(has(extract(), "went home again"));
}

TEST_F(BadInput, JsonNested100000DeepIsRejectedAlone) {
  folder_.write("pages/a.jsonl", "{\"text\": \"A\", \"x\": " + std::string(100000, '[') +
                                     std::string(100000, ']') + "}\n" + record_line("a", "Text."));
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 1);
  EXPECT_TRUE(has(result.err, "rejected: a.jsonl:1: "));
  EXPECT_EQ(records_in(index_), 2);
}

TEST_F(BadInput, AWrongTypeRejectsThatRecordAlone) {
  folder_.write("pages/a.jsonl", record_line("1", "One.") +
                                     "{\"id\": \"2\", \"text\": \"Two.\", \"countries\": 7}\n" +
                                     "{\"id\": \"3\", \"text\": [\"Three.\"]}\n" +
                                     "{\"id\": \"4 5\", \"text\": \"Four.\"}\n" + "{broken\n" +
                                     record_line("6", "Six."));
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 1);
  for (const char* part : {"rejected: a.jsonl:2: ", "countries", "rejected: a.jsonl:3: ",
                           "rejected: a.jsonl:4: ", "rejected: a.jsonl:5: "}) {
    EXPECT_TRUE(has(result.err, part)) << part << '\n' << result.err;
  }
  EXPECT_EQ(records_in(index_), 3);
}

TEST_F(BadInput, CompressedDataThatEndsEarlyCostsOnlyItsEnd) {
  std::string lines;
  for (int i = 0; i < 20000; ++i) {
    lines += record_line("r" + std::to_string(i), "Text " + std::to_string(i * 7919) + ".");
  }
  const std::string whole = read_whole(folder_.write_gzip("whole.gz", lines));
  folder_.write("pages/a.jsonl.gz", whole.substr(0, whole.size() / 2));
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 1);
  EXPECT_TRUE(has(result.err, "rejected: a.jsonl.gz: ends in the middle")) << result.err;
  EXPECT_GT(records_in(index_), 5000);
}

TEST_F(BadInput, ScrapedTextDoesNotReachTheTerminalRaw) {
  folder_.write("pages/a.jsonl",
                "{\"id\": \"a\", \"text\": \"T\", \"date\": \"\\u001b[31m\\u202esoon\"}\n");
  const ProgramResult result = add();
  EXPECT_FALSE(has(result.err, "\x1B"));
  EXPECT_TRUE(has(result.err, "<U+001B>[31m<U+202E>soon")) << result.err;
}

TEST_F(BadInput, ABrokenRowCostsNoOtherRow) {
  folder_.write("pages/a.csv", "id,title,text\na,T,One.\nb,T,Two.\nc,T\nd,T,Four.\n");
  folder_.write("pages/b.tsv",
                "id\ttext\ne\t\"The council met on Mali\nf\tIt met on Chad\ng\tIt met on Togo\n");
  const std::string records = extract();
  for (const char* id : {"a", "b", "d", "e", "f", "g"})
    EXPECT_TRUE(has(records, std::string("\"id\":\"") + id + "\"")) << id << records;
  EXPECT_TRUE(has(records, "\"text\":\"It met on Togo\""));
}

TEST_F(BadInput, ADateOfAFeedThatCannotBeReadIsNamed) {
  folder_.write("pages/feed.xml",
                "<rss><channel><item><title>Two were freed</title><link>https://a.example/1</link>"
                "<pubDate>some day</pubDate><description>They came home.</description></item>"
                "</channel></rss>");
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_TRUE(
      has(result.err, "the date \"some day\" of its entry \"Two were freed\" cannot be read"))
      << result.err;
  EXPECT_EQ(records_in(index_), 2);
}

TEST_F(BadInput, ANameThatWasAnotherFilesInAnotherFolderIsTold) {
  folder_.write("a/p.txt", "In Bamako the judges released four students on Monday.\n");
  folder_.write("b/p.txt", "In Santiago the police closed two radio stations.\n");
  EXPECT_EQ(index_tool({"add", folder_ / "a", "--index", index_}).err.find("another folder"),
            std::string::npos);
  const ProgramResult second = index_tool({"add", folder_ / "b", "--index", index_});
  EXPECT_TRUE(has(second.err, "p.txt: was read from another folder before;")) << second.err;
  // An update in the same place is nothing to speak of.
  folder_.write("b/p.txt", "In Santiago the police closed three radio stations.\n");
  const ProgramResult third = index_tool({"add", folder_ / "b", "--index", index_});
  EXPECT_FALSE(has(third.err, "another folder")) << third.err;
}

TEST_F(BadInput, CopiesOfOneShortPageAreNotTakenForTheSitesOwnWords) {
  for (const char* name : {"a", "b", "c"}) {
    folder_.write(std::string("pages/") + name + ".txt",
                  "In Bamako the judges released four students on Monday, who had been held "
                  "since the march of September.\n");
  }
  EXPECT_EQ(add().code, 0);
  EXPECT_EQ(records_in(index_), 4);
}

TEST_F(BadInput, AProfileThatIsNoFileIsNamed) {
  for (const std::string& profile : {std::string("/tmp"), std::string("/dev/zero")}) {
    const ProgramResult result = index_tool({"extract", folder_ / "pages", "--profile", profile});
    EXPECT_EQ(result.code, 2);
    EXPECT_TRUE(has(result.err, "the profile " + profile)) << result.err;
  }
}

TEST_F(BadInput, AnIndexThatLostItsStubIsNotBuiltOver) {
  ASSERT_EQ(add().code, 0);
  std::filesystem::remove(std::filesystem::path(index_) / "XAPIANDB");
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 2);
  EXPECT_TRUE(has(result.err, "glass generation-0")) << result.err;
  folder_.write("index/XAPIANDB", "glass generation-0\n");
  EXPECT_EQ(records_in(index_), 1);
}

TEST_F(BadInput, VerifyNamesATableThatIsMissingAndSurvivesADamagedOne) {
  ASSERT_EQ(add().code, 0);
  const std::filesystem::path generation = std::filesystem::path(index_) / "generation-0";
  const auto verify = [&] { return index_tool({"verify", "--index", index_}); };
  EXPECT_EQ(verify().code, 0);
  std::filesystem::rename(generation / "position.glass", folder_ / "kept");
  const ProgramResult missing = verify();
  EXPECT_EQ(missing.code, 2);
  EXPECT_TRUE(has(missing.err, "position.glass\" is missing")) << missing.err;
  std::filesystem::rename(folder_ / "kept", generation / "position.glass");
  const std::filesystem::path termlist = generation / "termlist.glass";
  std::string bytes(std::filesystem::file_size(termlist), '\0');
  std::ifstream(termlist, std::ios::binary).read(bytes.data(), std::ssize(bytes));
  for (std::size_t at = 16; at < bytes.size(); at += 3) bytes[at] = '\xFF';
  std::ofstream(termlist, std::ios::binary).write(bytes.data(), std::ssize(bytes));
  const ProgramResult damaged = verify();
  EXPECT_EQ(damaged.code, 2) << damaged.err;
  EXPECT_TRUE(has(damaged.err, "damaged")) << damaged.err;
}

TEST_F(BadInput, AClosedStandardInputIsNoOtherFile) {
  ProgramOptions options;
  options.closed_input = true;
  const ProgramResult result = index_tool({"add", "-", "--index", index_}, options);
  EXPECT_EQ(result.code, 1) << result.err;
  EXPECT_TRUE(has(result.err, "Bad file descriptor")) << result.err;
}

TEST_F(BadInput, InputsThatDoNotExistAreNamed) {
  const ProgramResult none = index_tool({"add", folder_ / "none", "--index", index_});
  EXPECT_EQ(none.code, 2);
  EXPECT_TRUE(has(none.err, "none: no such file or folder"));
  EXPECT_FALSE(std::filesystem::exists(index_));
  const ProgramResult some =
      index_tool({"add", folder_ / "none", folder_ / "pages", "--index", index_});
  EXPECT_EQ(some.code, 1);
  EXPECT_EQ(records_in(index_), 1);
}

TEST_F(BadInput, AFolderThatIsNoIndexIsLeftAlone) {
  const std::string letter = folder_.write("index/letter.txt", "Dear all,");
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 2);
  EXPECT_TRUE(has(result.err, index_)) << result.err;
  EXPECT_EQ(read_whole(letter), "Dear all,");
  for (const char* command : {"info", "verify", "compact"}) {
    EXPECT_EQ(index_tool({command, "--index", index_}).code, 2) << command;
    EXPECT_EQ(index_tool({command, "--index", folder_ / "nowhere"}).code, 2) << command;
  }
}

TEST_F(BadInput, ALockedIndexIs75) {
  EXPECT_EQ(add().code, 0);
  const int lock = open((index_ + "/writer.lock").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_GE(lock, 0);
  ASSERT_EQ(flock(lock, LOCK_EX | LOCK_NB), 0);
  const ProgramResult result = add();
  EXPECT_EQ(result.code, 75);
  EXPECT_TRUE(has(result.err, index_)) << result.err;
  close(lock);
  EXPECT_EQ(add().code, 0);
}

TEST_F(BadInput, AFullDiskLeavesTheIndexAsItWas) {
  EXPECT_EQ(add().code, 0);
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (int word = 0; word < 60; ++word) text += "word" + std::to_string(i * 61 + word) + ' ';
    lines += record_line("r" + std::to_string(i), text);
  }
  folder_.write("pages/many.jsonl", lines);
  const ProgramResult result = add({.max_file_bytes = 256 * 1024});
  EXPECT_EQ(result.code, 2) << result.err;
  EXPECT_FALSE(result.err.empty());
  EXPECT_EQ(records_in(index_), 1);
  EXPECT_EQ(index_tool({"verify", "-q", "--index", index_}).code, 0);
  EXPECT_EQ(add().code, 0);
  EXPECT_EQ(records_in(index_), 3001);
}

TEST_F(BadInput, AFullDiskUnderExtractIsToldOf) {
  TemporaryFolder folder;
  const ProgramResult result =
      run_program({"/bin/sh", "-c",
                   std::string("exec ") + RAPPORTEUR_INDEX_TOOL + " extract " +
                       (folder_ / "pages") + " > /dev/full"});
  EXPECT_EQ(result.code, 2);
  EXPECT_TRUE(has(result.err, "standard output cannot be written")) << result.err;
}

TEST_F(BadInput, ASignalLeavesTheIndexAsItWas) {
  EXPECT_EQ(add().code, 0);
  for (const int signal : {SIGTERM, SIGINT}) {
    Program program(index_tool_words({"add", "-", "--index", index_}), {});
    program.send(record_line("new", "A new text."));
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    program.signal(signal);
    const ProgramResult result = program.finish("", true);
    EXPECT_EQ(result.code, 2) << result.err;
    EXPECT_TRUE(has(result.err, "the index is as it was")) << result.err;
    EXPECT_EQ(records_in(index_), 1);
  }
}

}  // namespace
}  // namespace rapporteur::testing
