// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index/index_writer.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "common/index/schema.h"
#include "tests/support/index_state.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;
using testing::read_index;

Record record_of(const std::string& id, const std::string& text, const std::string& source = "s") {
  Record record;
  record.id = id;
  record.text = text;
  record.source = source;
  return record;
}

std::unique_ptr<IndexWriter> open(const fs::path& folder, const IndexWriterOptions& options = {}) {
  auto writer = IndexWriter::open(folder, options);
  EXPECT_TRUE(writer) << writer.error().message;
  return writer ? std::move(writer.value()) : nullptr;
}

void feed(IndexWriter& writer, const std::vector<Record>& records, std::uint64_t order = 0) {
  const auto feed = writer.make_feed();
  for (const Record& record : records) {
    const auto added = feed->add(record, order++);
    EXPECT_TRUE(added) << added.error().message;
  }
  EXPECT_TRUE(feed->finish());
}

CommitReport commit(IndexWriter& writer) {
  const auto report = writer.commit();
  EXPECT_TRUE(report) << report.error().message;
  return report ? *report : CommitReport{};
}

std::set<std::string> ids_in(const fs::path& folder) {
  std::set<std::string> ids;
  for (const auto& [id, json] : read_index(folder)) ids.insert(id);
  return ids;
}

std::vector<Record> many(int count, const std::string& prefix, const std::string& source = "many") {
  std::vector<Record> records;
  for (int i = 0; i < count; ++i) {
    records.push_back(record_of(prefix + std::to_string(i), "text of " + prefix, source));
  }
  return records;
}

// Both ways an update may take must give the same.
class IndexWriterTest : public ::testing::TestWithParam<std::size_t> {
 protected:
  IndexWriterOptions options() const {
    IndexWriterOptions options;
    options.chunk_documents = 3;
    options.merge_fan_in = 2;
    options.small_update_records = GetParam();
    return options;
  }
  testing::TemporaryFolder folder_{testing::memory_folder()};
  fs::path index_ = folder_.path() / "index";
};

INSTANTIATE_TEST_SUITE_P(SmallAndLargeUpdates, IndexWriterTest, ::testing::Values(0, 1000));

TEST_P(IndexWriterTest, MakesAnIndexThatIsEmptyAtFirst) {
  commit(*open(index_, options()));
  EXPECT_TRUE(read_index(index_).empty());
}

TEST_P(IndexWriterTest, ShowsNothingBeforeTheCommit) {
  auto writer = open(index_, options());
  feed(*writer, many(10, "a"));
  EXPECT_FALSE(fs::exists(index_ / schema::kStubFile));
  EXPECT_EQ(commit(*writer).added, 10u);
  feed(*writer, many(10, "b"));
  EXPECT_EQ(read_index(index_).size(), 10u);
  EXPECT_EQ(commit(*writer).records, 20u);
  EXPECT_EQ(read_index(index_).size(), 20u);
}

TEST_P(IndexWriterTest, DropsWhatWasNotCommitted) {
  commit(*open(index_, options()));
  feed(*open(index_, options()), many(10, "a"));
  EXPECT_TRUE(read_index(index_).empty());
  EXPECT_FALSE(fs::exists(index_ / "building"));
}

TEST_P(IndexWriterTest, ReplacesARecordOfTheSameId) {
  {
    auto writer = open(index_, options());
    feed(*writer, {record_of("a", "old"), record_of("b", "stays")});
    commit(*writer);
  }
  auto writer = open(index_, options());
  feed(*writer, {record_of("a", "new", "elsewhere")});
  const CommitReport report = commit(*writer);
  EXPECT_EQ(report.added, 0u);
  EXPECT_EQ(report.replaced, 1u);
  EXPECT_EQ(report.removed, 0u);
  EXPECT_EQ(report.records, 2u);
  const auto state = read_index(index_);
  EXPECT_EQ(state.at("a"), to_json_line(record_of("a", "new", "elsewhere")));
  EXPECT_EQ(state.at("b"), to_json_line(record_of("b", "stays")));
}

TEST_P(IndexWriterTest, TheOperationOfTheHighestOrderCountsWhoeverComesFirst) {
  auto writer = open(index_, options());
  feed(*writer, {record_of("a", "late")}, 7);
  feed(*writer, {record_of("a", "early")}, 3);
  feed(*writer, {record_of("b", "early")}, 3);
  writer->remove("b", 4);
  writer->remove("c", 4);
  feed(*writer, {record_of("c", "late")}, 5);
  EXPECT_EQ(commit(*writer).added, 2u);
  const auto state = read_index(index_);
  EXPECT_EQ(state.size(), 2u);
  EXPECT_EQ(state.at("a"), to_json_line(record_of("a", "late")));
  EXPECT_TRUE(state.contains("c"));
}

TEST_P(IndexWriterTest, RemembersTheMarkOfASourceUntilItsRecordsAreTouched) {
  {
    auto writer = open(index_, options());
    feed(*writer, {record_of("a1", "x", "a"), record_of("b1", "x", "b"), record_of("c1", "x", "c"),
                   record_of("d1", "x", "d")});
    for (const char* source : {"a", "b", "c", "d", "empty"})
      writer->replace_source(source, "first");
    EXPECT_EQ(writer->mark_of("a").value(), "");  // not before the commit
    commit(*writer);
    EXPECT_EQ(writer->mark_of("a").value(), "first");
  }
  {
    auto writer = open(index_, options());
    feed(*writer, {record_of("a1", "y", "a"), record_of("b1", "y", "elsewhere"),
                   record_of("d1", "y", "elsewhere")});
    writer->share("d");
    writer->replace_source("a", "second");
    writer->remove("c1", 9);
    commit(*writer);
  }
  auto writer = open(index_, options());
  EXPECT_EQ(writer->mark_of("a").value(), "second");
  EXPECT_EQ(writer->mark_of("b").value(), "");
  EXPECT_EQ(writer->mark_of("c").value(), "");
  EXPECT_EQ(writer->mark_of("d").value(), "first");
  EXPECT_EQ(writer->mark_of("empty").value(), "first");
  EXPECT_TRUE(writer->compact());
  EXPECT_EQ(writer->mark_of("a").value(), "second");
  EXPECT_EQ(writer->mark_of("b").value(), "");
  EXPECT_EQ(writer->mark_of("empty").value(), "first");
}

TEST_P(IndexWriterTest, ASourceThatIsReadAgainLosesWhatItNoLongerHas) {
  auto writer = open(index_, options());
  feed(*writer, {record_of("a1", "x", "a"), record_of("a2", "x", "a"), record_of("b1", "x", "b")});
  commit(*writer);
  feed(*writer, {record_of("a2", "y", "a"), record_of("a3", "y", "a")});
  writer->replace_source("a");
  const CommitReport report = commit(*writer);
  EXPECT_EQ(report.added, 1u);
  EXPECT_EQ(report.replaced, 1u);
  EXPECT_EQ(report.removed, 1u);
  EXPECT_EQ(ids_in(index_), (std::set<std::string>{"a2", "a3", "b1"}));
}

TEST_P(IndexWriterTest, ASourceThatWasNotReadToItsEndLosesNothing) {
  auto writer = open(index_, options());
  feed(*writer, {record_of("a1", "x", "a"), record_of("a2", "x", "a")});
  commit(*writer);
  feed(*writer, {record_of("a2", "y", "a")});
  commit(*writer);
  EXPECT_EQ(ids_in(index_), (std::set<std::string>{"a1", "a2"}));
}

TEST_P(IndexWriterTest, ARecordBelongsToItsSourceAndToTheInputItCameIn) {
  auto writer = open(index_, options());
  {
    const auto feed = writer->make_feed();
    ASSERT_TRUE(feed->add(record_of("a1", "x", "page.txt"), 0, "all.jsonl"));
    ASSERT_TRUE(feed->add(record_of("a2", "x", "page.txt"), 1, "all.jsonl"));
    ASSERT_TRUE(feed->finish());
  }
  commit(*writer);
  feed(*writer, {record_of("a2", "y", "page.txt")});
  writer->replace_source("all.jsonl");
  commit(*writer);
  EXPECT_EQ(ids_in(index_), (std::set<std::string>{"a2"}));
}

TEST_P(IndexWriterTest, ARecordThatMovesToAnotherSourceIsNotLost) {
  auto writer = open(index_, options());
  feed(*writer, {record_of("a1", "x", "a")});
  commit(*writer);
  feed(*writer, {record_of("a1", "x", "b")});
  writer->replace_source("a");
  commit(*writer);
  EXPECT_EQ(ids_in(index_), (std::set<std::string>{"a1"}));
  writer->replace_source("a");
  commit(*writer);
  EXPECT_EQ(ids_in(index_), (std::set<std::string>{"a1"}));
}

TEST_P(IndexWriterTest, RemovesByIdAndKnowsWhatIsThere) {
  auto writer = open(index_, options());
  feed(*writer, many(10, "a"));
  commit(*writer);
  EXPECT_TRUE(*writer->holds("a3"));
  EXPECT_FALSE(*writer->holds("a99"));
  writer->remove("a3", 0);
  writer->remove("a99", 0);
  EXPECT_EQ(commit(*writer).removed, 1u);
  EXPECT_FALSE(*writer->holds("a3"));
  EXPECT_EQ(read_index(index_).size(), 9u);
  for (int i = 0; i < 10; ++i) writer->remove("a" + std::to_string(i), 0);
  EXPECT_EQ(commit(*writer).removed, 9u);
  EXPECT_TRUE(read_index(index_).empty());
}

TEST_P(IndexWriterTest, ARejectedRecordHarmsNoOther) {
  auto writer = open(index_, options());
  const auto feed = writer->make_feed();
  ASSERT_TRUE(feed->add(record_of("a", "x"), 0));
  EXPECT_EQ(feed->add(record_of("b c", "x"), 1).error().code, ErrorCode::kInvalidInput);
  ASSERT_TRUE(feed->add(record_of("d", "x"), 2));
  ASSERT_TRUE(feed->finish());
  commit(*writer);
  EXPECT_EQ(ids_in(index_), (std::set<std::string>{"a", "d"}));
}

TEST_P(IndexWriterTest, ManyThreadsFeedOneIndex) {
  auto writer = open(index_, options());
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      const auto feed = writer->make_feed();
      for (int i = 0; i < 40; ++i) {
        // Every id from every thread; the highest order is thread 3's.
        ASSERT_TRUE(feed->add(record_of("id" + std::to_string(i), std::to_string(thread)),
                              static_cast<std::uint64_t>(thread)));
      }
      ASSERT_TRUE(feed->finish());
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(commit(*writer).added, 40u);
  const auto state = read_index(index_);
  ASSERT_EQ(state.size(), 40u);
  for (const auto& [id, json] : state) EXPECT_EQ(json, to_json_line(record_of(id, "3")));
}

TEST_P(IndexWriterTest, CompactingChangesNothingButSizeAndNumbers) {
  auto writer = open(index_, options());
  feed(*writer, many(50, "a"));
  commit(*writer);
  for (int i = 0; i < 50; i += 2) writer->remove("a" + std::to_string(i), 0);
  commit(*writer);
  const auto before = read_index(index_);
  const auto report = writer->compact();
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(read_index(index_), before);
  const auto database = open_index(index_);
  ASSERT_TRUE(database);
  EXPECT_EQ(database->get_lastdocid(), 25u);
  feed(*writer, many(3, "b"));
  commit(*writer);
  EXPECT_EQ(read_index(index_).size(), 28u);
}

TEST_P(IndexWriterTest, DocumentNumbersDoNotRunAwayWhenTheSameIsAddedAgainAndAgain) {
  auto writer = open(index_, options());
  for (int round = 0; round < 8; ++round) {
    feed(*writer, many(round % 2 == 0 ? 40 : 25, "a"));
    commit(*writer);
  }
  EXPECT_EQ(read_index(index_).size(), 40u);
  EXPECT_LE(open_index(index_)->get_lastdocid(), 1200u);
}

TEST_P(IndexWriterTest, AReaderKeepsWhatItHasOverTheNextCommit) {
  auto writer = open(index_, options());
  feed(*writer, many(10, "a"));
  commit(*writer);
  auto reader = open_index(index_);
  ASSERT_TRUE(reader);
  feed(*writer, many(10, "b"));
  commit(*writer);
  EXPECT_EQ(reader->get_doccount(), 10u);
  for (Xapian::docid document = 1; document <= 10; ++document) {
    EXPECT_TRUE(load_record(reader->get_document(document).get_data()));
  }
}

TEST(IndexWriter, KeepsThePreviousGenerationUntilTheNextCommitOnly) {
  const testing::TemporaryFolder folder(testing::memory_folder());
  IndexWriterOptions options;
  options.small_update_records = 0;
  auto writer = open(folder.path(), options);
  for (int i = 0; i < 4; ++i) {
    feed(*writer, many(5, "a" + std::to_string(i)));
    commit(*writer);
  }
  EXPECT_FALSE(fs::exists(folder.path() / "generation-1"));
  EXPECT_TRUE(fs::exists(folder.path() / "generation-2"));
  EXPECT_EQ(*current_generation(folder.path()), "generation-3");
}

TEST(IndexWriter, TidiesUpWhatAKilledRunHasLeft) {
  const testing::TemporaryFolder folder(testing::memory_folder());
  feed(*open(folder.path()), {});
  {
    auto writer = open(folder.path());
    feed(*writer, many(5, "a"));
    commit(*writer);
  }
  folder.write("generation-1/half.glass", "half");
  folder.write("building/chunk-0/half.glass", "half");
  {
    auto writer = open(folder.path());
    EXPECT_FALSE(fs::exists(folder.path() / "generation-1"));
    EXPECT_FALSE(fs::exists(folder.path() / "building/chunk-0"));
  }
  EXPECT_EQ(read_index(folder.path()).size(), 5u);
}

TEST(IndexWriter, ASecondWriterIsToldWhoHoldsTheLock) {
  const testing::TemporaryFolder folder(testing::memory_folder());
  const auto first = open(folder.path());
  const auto second = IndexWriter::open(folder.path());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kBusy);
  EXPECT_NE(second.error().message.find("process " + std::to_string(::getpid())), std::string::npos)
      << second.error().message;
}

TEST(IndexWriter, RefusesAFolderThatHoldsSomethingElseAndLeavesItAlone) {
  const testing::TemporaryFolder folder(testing::memory_folder());
  folder.write("letter.txt", "Dear Sir");
  const auto refused = IndexWriter::open(folder.path());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kNotAnIndex);
  EXPECT_FALSE(fs::exists(folder.path() / schema::kLockFile));
  EXPECT_EQ(IndexWriter::open(folder / "letter.txt").error().code, ErrorCode::kNotAnIndex);
}

TEST(IndexWriter, RefusesAnIndexOfANewerProgram) {
  const testing::TemporaryFolder folder(testing::memory_folder());
  commit(*open(folder.path()));
  {
    Xapian::WritableDatabase database((folder.path() / "generation-0").string(), Xapian::DB_OPEN);
    database.set_metadata(schema::kFormatKey, format_mark() + " word-vectors");
    database.commit();
  }
  const auto refused = IndexWriter::open(folder.path());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kNotAnIndex);
}

}  // namespace
}  // namespace rapporteur
