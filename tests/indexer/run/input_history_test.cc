// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which inputs are read again, told by runs over a small site.
#include "indexer/run/input_history.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

using testing::TemporaryFolder;

std::string names(const std::vector<InputFile>& files) {
  std::string all;
  for (const InputFile& file : files) all += (all.empty() ? "" : " ") + file.source;
  return all;
}

// Files whose names say which site they belong to: "lake/a" is a page of "lake", "x.jsonl" of none.
class InputHistoryTest : public ::testing::Test {
 protected:
  // What a run reads, and looks at beside that. It then has read the first `finished` of them.
  struct Run {
    std::string read;
    std::string looked_at;
  };
  Run run(std::size_t finished = 1000, std::uint64_t program = 1) {
    Walk walk = walk_inputs({folder_.path().string()});
    const std::vector<InputFile> all = walk.files;
    InputHistory history(
        std::move(walk.files), [&](const std::string& input) { return marks_[input]; }, program,
        nullptr);
    SitesOfInputs sites;
    for (const InputFile& file : history.changed()) {
      const std::size_t slash = file.source.find('/');
      if (slash != std::string::npos) sites[file.source].insert(file.source.substr(0, slash));
    }
    history.learn(sites);
    const std::vector<InputFile> files = history.to_read();
    EXPECT_EQ(history.unchanged(), all.size() - files.size());
    for (std::size_t i = 0; i < files.size() && i < finished; ++i) {
      marks_[files[i].source] = history.mark(files[i].source);
    }
    return {names(files), names(history.neighbours())};
  }

  TemporaryFolder folder_;
  std::map<std::string, std::string> marks_;
};

TEST_F(InputHistoryTest, WhatHasNotChangedIsPassedOver) {
  folder_.write("a.jsonl", "1");
  folder_.write("lake/a", "2");
  EXPECT_EQ(run().read, "a.jsonl lake/a");
  EXPECT_EQ(run().read, "");
}

TEST_F(InputHistoryTest, AFileIsKnownByItsBytesAndItsName) {
  folder_.write("a.jsonl", "1");
  folder_.write("b.jsonl", "2");
  run();
  folder_.write("a.jsonl", "3");  // as long as before
  std::filesystem::copy_file(folder_ / "b.jsonl", folder_ / "c.jsonl");
  EXPECT_EQ(run().read, "a.jsonl c.jsonl");
  folder_.write("b.jsonl", "2");  // written anew with the same bytes
  EXPECT_EQ(run().read, "");
}

TEST_F(InputHistoryTest, AnotherProgramReadsEverything) {
  folder_.write("a.jsonl", "1");
  run(1000, 1);
  EXPECT_EQ(run(1000, 2).read, "a.jsonl");
  EXPECT_EQ(run(1000, 2).read, "");
}

TEST_F(InputHistoryTest, APageThatJoinsChangesOrLeavesMakesItsSiteReadAgain) {
  for (const char* page : {"lake/a", "lake/b", "river/a", "river/b"}) folder_.write(page, page);
  run();
  folder_.write("lake/c", "new");
  EXPECT_EQ(run().read, "lake/a lake/b lake/c");
  folder_.write("river/a", "changed");
  EXPECT_EQ(run().read, "river/a river/b");
  std::filesystem::remove(folder_ / "lake/c");
  EXPECT_EQ(run().read, "lake/a lake/b");
  EXPECT_EQ(run().read, "");
}

TEST_F(InputHistoryTest, ABrokenRunIsGoneOnWithAndTheSiteLookedAtWhole) {
  for (const char* page : {"lake/a", "lake/b", "lake/c"}) folder_.write(page, page);
  run(2);
  const Run rest = run();
  EXPECT_EQ(rest.read, "lake/c");
  EXPECT_EQ(rest.looked_at, "lake/a lake/b");
  EXPECT_EQ(run().looked_at, "");
}

TEST_F(InputHistoryTest, WithoutAMemoryEverythingIsReadAndNothingIsMarked) {
  folder_.write("a.jsonl", "1");
  InputHistory history(walk_inputs({folder_.path().string()}).files, {}, 1, nullptr);
  history.learn({});
  EXPECT_EQ(names(history.to_read()), "a.jsonl");
  EXPECT_EQ(history.mark("a.jsonl"), "");
}

TEST_F(InputHistoryTest, ANameThatWasAnotherFilesInAnotherPlaceIsTold) {
  const TemporaryFolder other;
  folder_.write("a.txt", "1");
  other.write("a.txt", "2");
  run();
  const auto moved = [&](const TemporaryFolder& folder, std::uint64_t program) {
    return InputHistory(
               walk_inputs({folder.path().string()}).files,
               [&](const std::string& input) { return marks_[input]; }, program, nullptr)
        .of_other_places();
  };
  EXPECT_EQ(moved(other, 1), std::vector<std::string>{"a.txt"});
  EXPECT_TRUE(moved(other, 2).empty());  // what another version meant by its marks is not known
  other.write("a.txt", "1");
  EXPECT_TRUE(moved(other, 1).empty());  // the same bytes
  folder_.write("a.txt", "3");
  EXPECT_TRUE(moved(folder_, 1).empty());  // an update
}

TEST(InputMark, IsReadBackAsItWasWrittenAndNothingElseIsOne) {
  const InputMark mark{{1, 2}, 3, 4, 6, {5, ~std::uint64_t{0}}};
  const auto read = InputMark::decode(mark.encode());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->content, mark.content);
  EXPECT_EQ(read->program, mark.program);
  EXPECT_EQ(read->company, mark.company);
  EXPECT_EQ(read->place, mark.place);
  EXPECT_EQ(read->sites, mark.sites);
  for (const char* other : {"", "short", "nine bytes and then some more, but no whole number"}) {
    EXPECT_FALSE(InputMark::decode(other)) << other;
  }
}

}  // namespace
}  // namespace rapporteur
