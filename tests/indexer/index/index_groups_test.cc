// SPDX-License-Identifier: GPL-2.0-or-later
//
// The groups that an index keeps over many updates, held against those of an index made at once;
// and the history of its records.
#include <gtest/gtest.h>

#include <map>
#include <memory>

#include "common/index/guarded.h"
#include "common/index/index_folder.h"
#include "common/index/record_groups.h"
#include "common/index/record_history.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "indexer/index/index_writer.h"
#include "tests/indexer/group/made_copies.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

std::vector<RecordGroup> groups_in(const std::filesystem::path& index) {
  const auto database = open_index(index);
  EXPECT_TRUE(database.ok());
  const auto groups = unpack_record_groups(database->get_metadata(schema::kGroupsKey));
  EXPECT_TRUE(groups.has_value());
  return groups->groups;
}

RecordHistory history_in(const std::filesystem::path& index, const std::string& id) {
  const auto database = open_index(index);
  EXPECT_TRUE(database.ok());
  const auto record = database->postlist_begin(id_term(id));
  if (record == database->postlist_end(id_term(id))) return {};
  return unpack_record_history(database->get_document(*record).get_value(schema::kHistorySlot));
}

using Records = std::map<std::string, Record>;

// Adds and removes in one run; `step` numbers the runs, as times do.
CommitReport update(const std::filesystem::path& index, const Records& added,
                    const std::vector<std::string>& removed, IndexWriterOptions options = {}) {
  auto writer = IndexWriter::open(index, options);
  EXPECT_TRUE(writer.ok());
  auto feed = (*writer)->make_feed();
  std::uint64_t order = 0;
  for (const auto& [id, record] : added) EXPECT_TRUE(feed->add(record, order++).ok());
  for (const std::string& id : removed) (*writer)->remove(id, order++);
  EXPECT_TRUE(feed->finish().ok());
  const auto report = (*writer)->commit();
  EXPECT_TRUE(report.ok());
  return *report;
}

TEST(IndexGroups, AnySequenceOfUpdatesEndsWhereOneUpdateDoes) {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const testing::TemporaryFolder folder{testing::memory_folder()};
    testing::MadeCopies chance(seed);
    std::vector<testing::MadeRecord> pool;
    for (int family = 0; family < 6; ++family) chance.add_family(60, pool);
    Records records;
    for (int step = 0; step < 12; ++step) {
      Records added;
      std::vector<std::string> removed;
      for (int change = 1 + chance.below(7); change > 0; --change) {
        const std::size_t which =
            static_cast<std::size_t>(chance.below(static_cast<int>(pool.size())));
        Record record = pool[which].record;
        if (chance.below(6) == 0) record.text += " It was said again later on.";
        if (chance.below(4) == 0 && records.contains(record.id) && !added.contains(record.id)) {
          removed.push_back(record.id);
        } else if (std::find(removed.begin(), removed.end(), record.id) == removed.end()) {
          added[record.id] = record;
        }
      }
      for (const auto& [id, record] : added) records[id] = record;
      for (const std::string& id : removed) records.erase(id);
      IndexWriterOptions options;
      options.chunk_documents = static_cast<std::size_t>(1 + chance.below(4));
      options.merge_fan_in = 2;
      options.small_update_records = static_cast<std::size_t>(chance.below(2) * 100);
      const CommitReport report = update(folder / "kept", added, removed, options);
      const std::string fresh = "fresh-" + std::to_string(step);
      const CommitReport at_once = update(folder / fresh, records, {});
      ASSERT_EQ(groups_in(folder / "kept"), groups_in(folder / fresh)) << "step " << step;
      EXPECT_EQ(report.groups, at_once.groups);
      EXPECT_EQ(report.grouped, at_once.grouped);
    }
    EXPECT_FALSE(groups_in(folder / "kept").empty());
    auto writer = IndexWriter::open(folder / "kept");
    ASSERT_TRUE(writer.ok());
    const auto before = groups_in(folder / "kept");
    ASSERT_TRUE((*writer)->compact().ok());
    EXPECT_EQ(groups_in(folder / "kept"), before);
  }
}

Record page(const char* title, const char* text) {
  Record record;
  record.id = "page";
  record.title = std::optional<std::string>(title);
  record.text = text;
  return record;
}

TEST(RecordHistories, TellSinceWhenARecordIsThereAndWhenItChanged) {
  for (const std::size_t small : {0U, 100U}) {  // new generations, and in place
    SCOPED_TRACE(small);
    const testing::TemporaryFolder folder{testing::memory_folder()};
    const auto run = [&](std::int64_t started, const Record& record) {
      IndexWriterOptions options;
      options.started = started;
      options.small_update_records = small;
      update(folder / "index", {{record.id, record}}, {}, options);
    };
    run(1000, page("Title", "First words."));
    run(2000, page("Title", "First words."));  // the same again is no change
    run(3000, page("Title", "Other words, and more."));
    run(4000, page("Another title", "Other words, and more."));
    const RecordHistory history = history_in(folder / "index", "page");
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[0].since, 1000);
    EXPECT_EQ(history[0].text_bytes, 12U);
    EXPECT_EQ(history[1].since, 3000);
    EXPECT_EQ(history[1].title, history[0].title);
    EXPECT_NE(history[1].text, history[0].text);
    EXPECT_EQ(history[2].since, 4000);
    EXPECT_NE(history[2].title, history[1].title);
  }
}

TEST(RecordHistories, BeginAnewAfterARemoval) {
  const testing::TemporaryFolder folder{testing::memory_folder()};
  IndexWriterOptions options;
  options.started = 1000;
  update(folder / "index", {{"page", page("Title", "Words.")}}, {}, options);
  update(folder / "index", {}, {"page"}, options);
  options.started = 5000;
  update(folder / "index", {{"page", page("Title", "Words.")}}, {}, options);
  const RecordHistory history = history_in(folder / "index", "page");
  ASSERT_EQ(history.size(), 1U);
  EXPECT_EQ(history[0].since, 5000);
}

TEST(RecordHistories, KeepTheFirstAndTheLatest) {
  RecordHistory history;
  for (int i = 0; i < 100; ++i) {
    append(version_of(page("Title", std::to_string(i).c_str()), i), history);
  }
  ASSERT_EQ(history.size(), kMostVersions);
  EXPECT_EQ(history.front().since, 0);
  EXPECT_EQ(history[1].since, 100 - static_cast<int>(kMostVersions) + 1);
  EXPECT_EQ(history.back().since, 99);
  const RecordHistory back = unpack_record_history(pack(history));
  ASSERT_EQ(back.size(), history.size());
  EXPECT_EQ(back.back().text, history.back().text);
  EXPECT_TRUE(unpack_record_history("damaged").empty());
}

TEST(RecordGroupsEntry, IsReadAsItWasWrittenAndNeverBelievedIfDamaged) {
  RecordGroups groups;
  groups.rules = 3;
  groups.groups = {{1, 2}, {7, 8, 9}};
  const std::string packed = pack(groups);
  const auto back = unpack_record_groups(packed);
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->rules, 3U);
  EXPECT_EQ(back->groups, groups.groups);
  EXPECT_FALSE(unpack_record_groups(packed.substr(0, packed.size() - 1)).has_value());
  EXPECT_FALSE(unpack_record_groups("abc").has_value());
  EXPECT_TRUE(unpack_record_groups("").has_value());
}

}  // namespace
}  // namespace rapporteur
