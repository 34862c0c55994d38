// SPDX-License-Identifier: GPL-2.0-or-later
//
// An index that is replaced, removed, compacted or damaged under a Searcher that has it open.
#include <gtest/gtest.h>
#include <rapporteur/searcher.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "common/index/index_folder.h"
#include "common/index/schema.h"
#include "tests/support/made_index.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;
using testing::made_record;
using testing::MadeIndex;

std::vector<Record> records_named(const std::string& word, int count) {
  std::vector<Record> records;
  for (int i = 0; i < count; ++i) {
    Record record = made_record(word + std::to_string(i), word, "One " + word + " and no other.");
    record.countries->push_back({"CHN", true, 1.0});
    testing::dated(record, "2018-05");
    records.push_back(std::move(record));
  }
  return records;
}

Result<Answer> ask(const Searcher& searcher, const std::string& text) {
  Question question;
  question.text = text;
  return searcher.search(question);
}

fs::path generation_of(const std::string& index) {
  return fs::path(index) / *current_generation(index);
}

TEST(ChangingIndex, AnotherIndexInItsPlaceIsAnswered) {
  MadeIndex first(records_named("zebra", 3));
  const MadeIndex second(records_named("lion", 5));
  const Searcher searcher = first.searcher();
  EXPECT_EQ(ask(searcher, "zebra")->total, 3u);
  fs::rename(first.path(), first.path() + ".old");
  fs::rename(second.path(), first.path());
  EXPECT_EQ(ask(searcher, "zebra")->total, 0u);
  EXPECT_EQ(ask(searcher, "lion")->total, 5u);
}

TEST(ChangingIndex, OneThatIsRemovedIsAnErrorUntilItComesBack) {
  const MadeIndex index(records_named("zebra", 3));
  const Searcher searcher = index.searcher();
  ASSERT_TRUE(ask(searcher, "zebra").ok());
  fs::rename(index.path(), index.path() + ".away");
  for (int i = 0; i < 3; ++i) {
    const Result<Answer> gone = ask(searcher, "zebra");
    ASSERT_FALSE(gone.ok());
    EXPECT_EQ(gone.error().code, ErrorCode::kNotFound);
    EXPECT_NE(gone.error().message.find(index.path()), std::string::npos);
  }
  fs::rename(index.path() + ".away", index.path());
  EXPECT_EQ(ask(searcher, "zebra")->total, 3u);
}

TEST(ChangingIndex, OneOfALaterFormatIsRefusedNotMisread) {
  const MadeIndex index(records_named("zebra", 3));
  const Searcher searcher = index.searcher();
  ASSERT_TRUE(ask(searcher, "zebra").ok());
  {
    Xapian::WritableDatabase database(generation_of(index.path()).string());
    database.set_metadata(schema::kFormatKey,
                          database.get_metadata(schema::kFormatKey) + " written-next-year");
    database.commit();
  }
  const Result<Answer> refused = ask(searcher, "zebra");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kNotAnIndex);
  EXPECT_NE(refused.error().message.find("written-next-year"), std::string::npos);
}

TEST(ChangingIndex, AStubThatPointsElsewhereIsNotFollowed) {
  const MadeIndex index(records_named("zebra", 3));
  const Searcher searcher = index.searcher();
  fs::remove(fs::path(index.path()) / schema::kStubFile);
  std::ofstream(fs::path(index.path()) / schema::kStubFile) << "remote localhost:1\n";
  const Result<Answer> refused = ask(searcher, "zebra");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kNotAnIndex);
}

// Many threads ask while one of two indexes takes the other's place again and again: every answer
// is wholly of the one or of the other.
TEST(ChangingIndex, ManyThreadsSeeOneIndexOrTheOther) {
  const MadeIndex zebras(records_named("animal", 30));
  const MadeIndex lions(records_named("animal", 70));
  testing::TemporaryFolder folder;
  const std::string place = folder / "index";
  fs::create_directory_symlink(zebras.path(), place);
  Result<Searcher> opened = Searcher::open(place);
  ASSERT_TRUE(opened.ok());
  std::atomic<bool> stop = false;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 6; ++reader) {
    readers.emplace_back([&] {
      while (!stop) {
        const Result<Answer> answer = ask(*opened, "animal China");
        const bool whole = answer.ok() && (answer->total == 30 || answer->total == 70) &&
                           answer->records == answer->total && answer->hits.size() == 10;
        if (!whole) ++wrong;
        if (!opened->suggest("ani").ok() || !opened->statistics().ok()) ++wrong;
      }
    });
  }
  for (int i = 0; i < 60; ++i) {
    const std::string next = folder / "next";
    fs::create_directory_symlink(i % 2 == 0 ? lions.path() : zebras.path(), next);
    fs::rename(next, place);
    std::this_thread::sleep_for(std::chrono::milliseconds(3));
  }
  stop = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(wrong, 0);
}

TEST(ChangingIndex, AnEmptyOneAnswersEverythingWithNothing) {
  const MadeIndex index({});
  const Searcher searcher = index.searcher();
  for (const char* text :
       {"", "zebra", "China 2018", "\"a b\"", "z*", "NOT a", "-a", "year:2018"}) {
    const Result<Answer> answer = ask(searcher, text);
    ASSERT_TRUE(answer.ok()) << text;
    EXPECT_EQ(answer->total, 0u);
  }
  EXPECT_TRUE(searcher.suggest("z").ok());
  EXPECT_EQ(searcher.statistics()->records, 0u);
}

// Uses the index in every way, in a process of its own. 0: it said what is wrong, or nothing was;
// 1: an Error without words; otherwise a crash or an endless loop (SIGALRM).
int use_damaged(const std::string& path) {
  const pid_t child = fork();
  if (child == 0) {
    alarm(120);
    bool described = true;
    const auto judge = [&](const auto& result) {
      if (!result.ok())
        described = described && result.error().message.find(path) != std::string::npos;
    };
    const Result<Searcher> searcher = Searcher::open(path);
    judge(searcher);
    if (searcher.ok()) {
      for (const char* text : {"zebra China", "\"one zebra\"", "ze*", "2018 -lion", ""}) {
        judge(ask(*searcher, text));
      }
      judge(searcher->suggest("z"));
      judge(searcher->statistics());
      for (int i = 0; i < 20; ++i) (void)searcher->show("zebra" + std::to_string(i)).ok();
    }
    _exit(described ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

TEST(DamagedIndex, FlippedBitsAndCutFilesAreErrorsOrHarmless) {
  const MadeIndex index(records_named("zebra", 200));
  const std::string path = index.path();
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(generation_of(path))) {
    if (fs::file_size(entry.path()) > 0) files.push_back(entry.path());
  }
  ASSERT_GE(files.size(), 4u);
  std::mt19937 random(7);
  for (const fs::path& file : files) {
    const std::string whole = testing::read_whole(file);
    for (int round = 0; round < 24; ++round) {
      std::string damaged = whole;
      std::string what;
      if (round < 4) {
        damaged.resize(whole.size() * static_cast<std::size_t>(round) / 4);
        what = "cut to " + std::to_string(damaged.size());
      } else {
        const std::size_t at = random() % damaged.size();
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
        what = "a bit of byte " + std::to_string(at) + " flipped";
      }
      std::ofstream(file, std::ios::binary | std::ios::trunc) << damaged;
      EXPECT_EQ(use_damaged(path), 0) << file.filename() << ": " << what;
    }
    std::ofstream(file, std::ios::binary | std::ios::trunc) << whole;
  }
  EXPECT_EQ(use_damaged(path), 0);
}

}  // namespace
}  // namespace rapporteur
