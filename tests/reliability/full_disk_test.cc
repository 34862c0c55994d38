// SPDX-License-Identifier: GPL-2.0-or-later
//
// A disk that is full is an Error of the kind kIo, and the last whole state stays.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include "tests/reliability/interrupted_run.h"
#include "tests/support/index_state.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

using testing::add_records;
using testing::run_apart;

IndexWriterOptions options_of(std::size_t small_update_records) {
  IndexWriterOptions options;
  options.small_update_records = small_update_records;
  options.chunk_documents = 100;
  return options;
}

// Tries a run under `limit` after `limit` until one succeeds; before that each must be refused and
// leave the index as it was.
template <typename Limited>
void grow_until_it_fits(const std::filesystem::path& index, std::size_t small_update_records,
                        Limited&& limited) {
  const auto options = options_of(small_update_records);
  ASSERT_EQ(run_apart([&] { return add_records(index, "old", 50, options); }), 0);
  const auto before = testing::read_index(index);
  int refused = 0;
  for (std::size_t kilobytes = 16; kilobytes < (64u << 10); kilobytes += kilobytes / 4 + 8) {
    const int code = limited(kilobytes, [&] { return add_records(index, "new", 150, options); });
    if (code == testing::kCommitted) break;
    ASSERT_EQ(code, testing::kRefused) << kilobytes << " kB";
    ASSERT_EQ(testing::read_index(index), before) << kilobytes << " kB";
    ++refused;
  }
  EXPECT_GT(refused, 3);
  EXPECT_EQ(testing::read_index(index).size(), 150u);
}

// No file may grow beyond a limit: what a full disk does, for each file in turn.
class FileSizeLimit : public ::testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(SmallAndLargeUpdates, FileSizeLimit, ::testing::Values(0, 10000));

TEST_P(FileSizeLimit, AWriteThatFailsLeavesTheIndexAsItWas) {
  const testing::TemporaryFolder folder(testing::memory_folder());
  grow_until_it_fits(folder.path() / "index", GetParam(),
                     [](std::size_t kilobytes, const std::function<int()>& work) {
                       return run_apart([&] {
                         ::signal(SIGXFSZ, SIG_IGN);
                         const rlimit limit{kilobytes << 10, kilobytes << 10};
                         return ::setrlimit(RLIMIT_FSIZE, &limit) == 0 ? work() : 5;
                       });
                     });
}

class FullDisk : public ::testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(SmallAndLargeUpdates, FullDisk, ::testing::Values(0, 10000));

TEST_P(FullDisk, LeavesTheIndexAsItWas) {
  const testing::TemporaryFolder folder;
  const std::string disk = folder.path().string();
  if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=64m") != 0) {
    GTEST_SKIP() << "only root may mount the small disk this test fills";
  }
  grow_until_it_fits(folder.path() / "index", GetParam(),
                     [&](std::size_t kilobytes, const std::function<int()>& work) {
                       // Leaves that much room on the disk.
                       std::error_code error;
                       const auto space = std::filesystem::space(disk, error);
                       const std::uintmax_t room = kilobytes << 10;
                       if (space.available > room) {
                         folder.write("ballast", std::string(space.available - room, 'x'));
                       }
                       const int code = run_apart(work);
                       std::filesystem::remove(folder / "ballast", error);
                       return code;
                     });
  ::umount2(disk.c_str(), MNT_DETACH);
}

}  // namespace
}  // namespace rapporteur
