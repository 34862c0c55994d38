// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sequences of operations made by chance, held against a model that is a std::map.
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <set>
#include <string>

#include "indexer/index/index_writer.h"
#include "tests/support/index_state.h"
#include "tests/support/random_record.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

// What an index should hold; the contract of IndexWriter in its simplest form.
class Model {
 public:
  void add(const Record& record) { staged_[record.id] = record; }
  void remove(const std::string& id) { staged_[id] = std::nullopt; }
  void replace_source(const std::string& source) { replaced_.insert(source); }

  void commit() {
    for (auto entry = records_.begin(); entry != records_.end();) {
      const bool lost = replaced_.contains(entry->second.source) && !staged_.contains(entry->first);
      entry = lost ? records_.erase(entry) : std::next(entry);
    }
    for (const auto& [id, record] : staged_) {
      if (record) {
        records_[id] = *record;
      } else {
        records_.erase(id);
      }
    }
    drop();
  }
  void drop() {
    staged_.clear();
    replaced_.clear();
  }

  testing::IndexState state() const {
    testing::IndexState state;
    for (const auto& [id, record] : records_) state[id] = to_json_line(record);
    return state;
  }

 private:
  std::map<std::string, Record> records_;
  std::map<std::string, std::optional<Record>> staged_;
  std::set<std::string> replaced_;
};

class Sequence {
 public:
  explicit Sequence(unsigned seed) : random_(seed), index_(folder_.path() / "index") {}

  void run(int steps) {
    reopen();
    for (int step = 0; step < steps && !::testing::Test::HasFailure(); ++step) {
      const int choice = random_.below(100);
      if (choice < 60) {
        add();
      } else if (choice < 75) {
        const std::string id = some_id();
        writer_->remove(id, order_++);
        model_.remove(id);
      } else if (choice < 82) {
        const std::string source = "source-" + std::to_string(random_.below(5));
        writer_->replace_source(source);
        model_.replace_source(source);
      } else if (choice < 93) {
        commit();
      } else if (choice < 96) {
        hand_over();
        const auto report = writer_->compact();
        ASSERT_TRUE(report) << report.error().message;
        model_.commit();
      } else {
        model_.drop();
        reopen();
      }
    }
    commit();
  }

 private:
  std::string some_id() { return "id-" + std::to_string(random_.below(30)); }

  void add() {
    Record record = random_.record(some_id());
    // Of the two feeds one may hand over long before the other: only the order may count.
    ASSERT_TRUE(feeds_[random_.below(2)]->add(record, order_++));
    model_.add(record);
  }

  void hand_over() {
    for (const auto& feed : feeds_) ASSERT_TRUE(feed->finish());
  }

  void commit() {
    hand_over();
    const auto report = writer_->commit();
    ASSERT_TRUE(report) << report.error().message;
    model_.commit();
    const auto expected = model_.state();
    EXPECT_EQ(report->records, expected.size());
    EXPECT_EQ(testing::read_index(index_), expected);
  }

  void reopen() {
    for (auto& feed : feeds_) feed.reset();
    writer_.reset();
    IndexWriterOptions options;
    options.chunk_documents = static_cast<std::size_t>(1 + random_.below(5));
    options.merge_fan_in = static_cast<std::size_t>(2 + random_.below(3));
    options.small_update_records = static_cast<std::size_t>(random_.below(3) * 4);
    auto writer = IndexWriter::open(index_, options);
    ASSERT_TRUE(writer) << writer.error().message;
    writer_ = std::move(writer.value());
    for (auto& feed : feeds_) feed = writer_->make_feed();
  }

  testing::RandomRecords random_;
  testing::TemporaryFolder folder_{testing::memory_folder()};
  std::filesystem::path index_;
  Model model_;
  std::unique_ptr<IndexWriter> writer_;
  std::unique_ptr<IndexWriter::Feed> feeds_[2];
  std::uint64_t order_ = 0;
};

TEST(IndexWriterModel, AnySequenceOfOperationsEndsWhereTheModelDoes) {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Sequence(seed).run(120);
    if (::testing::Test::HasFailure()) break;
  }
}

}  // namespace
}  // namespace rapporteur
