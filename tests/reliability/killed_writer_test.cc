// SPDX-License-Identifier: GPL-2.0-or-later
//
// A writer that is killed at any time leaves the last whole state, and the next one goes on from
// there.
#include <gtest/gtest.h>

#include "tests/reliability/interrupted_run.h"
#include "tests/support/index_state.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

using std::chrono::microseconds;
using testing::add_records;
using testing::run_apart;

// The version that every record of the index has; "mixed" if they disagree. `count`: how many there
// are.
std::string version_of(const std::filesystem::path& folder, std::size_t& count) {
  const auto state = testing::read_index(folder);
  count = state.size();
  std::string version;
  for (const auto& [id, json] : state) {
    const std::size_t begin = json.find("version ") + 8;
    const std::string found = json.substr(begin, json.find(' ', begin) - begin);
    if (!version.empty() && found != version) return "mixed";
    version = found;
  }
  return version;
}

void kill_at_many_points(const IndexWriterOptions& options, int first_count, int second_count) {
  constexpr int kPoints = 16;
  const testing::TemporaryFolder folder(testing::memory_folder());
  const auto index = folder.path() / "index";
  ASSERT_EQ(run_apart([&] { return add_records(index, "v0", first_count, options); }), 0);

  const auto start = std::chrono::steady_clock::now();
  ASSERT_EQ(run_apart([&] { return add_records(index, "v1", second_count, options); }), 0);
  const auto whole =
      std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - start);

  std::string committed = "v1";
  std::size_t committed_count = static_cast<std::size_t>(second_count);
  int killed = 0;
  for (int point = 1; point <= kPoints; ++point) {
    // Every other run has another number of records, so that some are removed, some are new.
    const int count = point % 2 == 0 ? second_count : first_count;
    const std::string version = "v" + std::to_string(point + 1);
    const int code = run_apart([&] { return add_records(index, version, count, options); },
                               whole * point / kPoints + microseconds(1));
    killed += code != 0;
    std::size_t found_count = 0;
    const std::string found = version_of(index, found_count);
    if (found == version) {  // the kill came behind the point of no return
      committed = version;
      committed_count = static_cast<std::size_t>(count);
    }
    if (code == 0) {
      ASSERT_EQ(found, version) << "a finished commit must be there";
    }
    ASSERT_EQ(found, committed) << "killed at " << point << "/" << kPoints;
    ASSERT_EQ(found_count, committed_count) << "killed at " << point << "/" << kPoints;
  }
  ::testing::Test::RecordProperty("killed", killed);
  EXPECT_GT(killed, 0) << "no run was killed: the test shows nothing";
  ASSERT_EQ(run_apart([&] { return add_records(index, "last", 10, options); }), 0);
  std::size_t count = 0;
  EXPECT_EQ(version_of(index, count), "last");
  EXPECT_EQ(count, 10u);
}

TEST(KilledWriter, LeavesTheLastWholeStateWhenItBuildsAGeneration) {
  IndexWriterOptions options;
  options.small_update_records = 0;
  options.chunk_documents = 30;
  options.merge_fan_in = 4;
  kill_at_many_points(options, 200, 150);
}

TEST(KilledWriter, LeavesTheLastWholeStateWhenItUpdatesInPlace) {
  IndexWriterOptions options;
  options.small_update_records = 10000;
  kill_at_many_points(options, 200, 150);
}

}  // namespace
}  // namespace rapporteur
