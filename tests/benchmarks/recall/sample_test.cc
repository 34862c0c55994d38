// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "tests/support/temporary_folder.h"

namespace rapporteur::recall {
namespace {

std::vector<std::string> numbered(const std::string& letter, int count) {
  std::vector<std::string> ids;
  for (int i = 0; i < count; ++i) ids.push_back(letter + std::to_string(i));
  return ids;
}

// A run of 50 records r0.. over an index of those and 100 others.
class Sampling : public ::testing::Test {
 protected:
  Sampling() {
    run_.topics["1"] = numbered("r", 50);
    ids_ = numbered("r", 50);
    const auto others = numbered("o", 100);
    ids_.insert(ids_.end(), others.begin(), others.end());
  }
  recall::Run run_;
  std::vector<std::string> ids_;
};

TEST_F(Sampling, DrawsHalfFromFurtherDownAndHalfFromTheRest) {
  const Sample sample = draw_sample(run_, ids_, {10, 20, 1});
  const auto& strata = sample.topics.at("1");
  ASSERT_EQ(strata.size(), 2u);
  EXPECT_EQ(strata[0].name, "ranked");
  EXPECT_EQ(strata[0].size, 40u);
  EXPECT_EQ(strata[1].size, 100u);
  for (const Stratum& stratum : strata) {
    EXPECT_EQ(stratum.drawn.size(), 10u);
    EXPECT_EQ(std::set<std::string>(stratum.drawn.begin(), stratum.drawn.end()).size(), 10u);
  }
  for (const std::string& id : strata[0].drawn) {
    EXPECT_EQ(id[0], 'r');
    EXPECT_GE(std::stoi(id.substr(1)), 10);  // r0 to r9 were seen
  }
  for (const std::string& id : strata[1].drawn) EXPECT_EQ(id[0], 'o');
}

TEST_F(Sampling, ASmallStratumIsDrawnWholeAndTheOtherGivesTheRest) {
  const auto drawn = [&](std::size_t seen, std::size_t size) {
    const Sample sample = draw_sample(run_, ids_, {seen, size, 1});
    const auto& strata = sample.topics.at("1");
    return std::pair(strata[0].drawn.size(), strata[1].drawn.size());
  };
  EXPECT_EQ(drawn(45, 40), std::pair(std::size_t{5}, std::size_t{35}));
  EXPECT_EQ(drawn(50, 40), std::pair(std::size_t{0}, std::size_t{40}));
  EXPECT_EQ(drawn(10, 1000), std::pair(std::size_t{40}, std::size_t{100}));
  ids_ = numbered("r", 55);  // five outside the run
  run_.topics["1"] = numbered("r", 50);
  EXPECT_EQ(drawn(10, 40), std::pair(std::size_t{35}, std::size_t{5}));
}

TEST_F(Sampling, EveryRecordIsDrawnEquallyOften) {
  std::map<std::string, int> times;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    const Sample sample = draw_sample(run_, ids_, {10, 20, seed});
    for (const Stratum& stratum : sample.topics.at("1"))
      for (const std::string& id : stratum.drawn) ++times[id];
  }
  EXPECT_EQ(times.size(), 140u);
  // 10 of 40 each time is 500 of 2000, with a standard deviation of 19; 10 of 100 is 200, of 13.
  for (const auto& [id, count] : times) EXPECT_NEAR(count, id[0] == 'r' ? 500 : 200, 95) << id;
}

TEST_F(Sampling, TheSameSeedGivesTheSameSample) {
  const auto drawn = [&](std::uint64_t seed) {
    return draw_sample(run_, ids_, {10, 20, seed}).topics.at("1")[0].drawn;
  };
  EXPECT_EQ(drawn(7), drawn(7));
  EXPECT_NE(drawn(7), drawn(8));
}

TEST_F(Sampling, IsReadBackAsItWasWritten) {
  const testing::TemporaryFolder folder;
  const Sample sample = draw_sample(run_, ids_, {10, 20, 3});
  std::ostringstream out;
  write_sample(sample, "a note", out);
  const auto read = read_sample(folder.write("sample", out.str()));
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(read->seen, 10u);
  EXPECT_EQ(read->topics.at("1")[0].size, 40u);
  EXPECT_EQ(read->topics.at("1")[1].drawn, sample.topics.at("1")[1].drawn);
  const auto pool = read_qrels(folder / "sample");  // and is a pool to judge
  ASSERT_TRUE(pool.ok());
  EXPECT_EQ(pool->at("1").size(), 20u);
}

TEST(SampleFile, WithoutStrataIsRefused) {
  const testing::TemporaryFolder folder;
  const auto read = read_sample(folder.write("pool", "1 0 a -1\n"));
  ASSERT_FALSE(read.ok());
  EXPECT_NE(read.error().message.find("line 1"), std::string::npos);
  EXPECT_FALSE(read_sample(folder.write("bad", "# stratum 1 rest many\n")).ok());
}

}  // namespace
}  // namespace rapporteur::recall
