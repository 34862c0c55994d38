// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/pool.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/support/temporary_folder.h"

namespace rapporteur::recall {
namespace {

const std::vector<recall::Run> kRuns = {{{{"1", {"c", "a", "x"}}}, "one"},
                                        {{{"1", {"b", "a"}}, {"2", {"d"}}}, "two"}};

TEST(Pool, IsTheUnionOfTheFirstRecordsOfEveryRun) {
  EXPECT_EQ(pool_runs(kRuns, 2, {}), (Pool{{"1", {"a", "b", "c"}}, {"2", {"d"}}}));
  EXPECT_EQ(pool_runs(kRuns, 1, {}), (Pool{{"1", {"b", "c"}}, {"2", {"d"}}}));
}

TEST(Pool, LeavesOutWhatIsJudgedAlreadyButNotWhatIsOnlyPooled) {
  const Qrels judged = {{"1", {{"a", 1}, {"b", 0}, {"c", -1}}}};
  EXPECT_EQ(pool_runs(kRuns, 2, judged), (Pool{{"1", {"c"}}, {"2", {"d"}}}));
}

TEST(Pool, IsReadBackAsJudgmentsThatAreStillMissing) {
  const testing::TemporaryFolder folder;
  const Pool pool = pool_runs(kRuns, 3, {});
  std::ostringstream out;
  write_pool(pool, out);
  EXPECT_EQ(out.str().substr(0, 9), "1 0 a -1\n");
  const auto read = read_qrels(folder.write("pool", out.str() + "1 0 judged 1\n"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(unjudged_of(*read), pool);
}

}  // namespace
}  // namespace rapporteur::recall
