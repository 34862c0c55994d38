// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/judging.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/support/temporary_folder.h"

namespace rapporteur::recall {
namespace {

class Judging : public ::testing::Test {
 protected:
  // One sitting in which these keys are pressed.
  SittingResult sit(const std::string& keys) {
    std::size_t at = 0;
    out_.str("");
    const JudgingDesk desk = {
        [&]() -> std::optional<char> {
          return at < keys.size() ? std::optional<char>(keys[at++]) : std::nullopt;
        },
        [](const std::string& topic) { return "question " + topic; },
        [](const std::string& topic, const std::string& id) { return "brief " + topic + id; },
        [](const std::string& id) { return "whole " + id; }, out_};
    auto file = JudgmentsFile::open(path_);
    EXPECT_TRUE(file.ok());
    const auto result = hold_sitting(pool_, *file, desk);
    EXPECT_TRUE(result.ok());
    return *result;
  }
  std::string judged() const { return testing::read_whole(path_); }
  bool shows(const std::string& text) const { return out_.str().find(text) != std::string::npos; }

  const testing::TemporaryFolder folder_;
  const std::string path_ = folder_ / "judged";
  const Pool pool_ = {{"1", {"a", "b"}}, {"2", {"c"}}};
  std::ostringstream out_;
};

TEST_F(Judging, AsksForEachRecordWithItsQuestion) {
  const SittingResult result = sit("rn3");
  EXPECT_EQ(result.judged, 3u);
  EXPECT_EQ(result.left, 0u);
  EXPECT_EQ(judged(), "1 0 a 1\n1 0 b 0\n2 0 c 3\n");
  EXPECT_TRUE(shows("topic 1: question 1  (2 of 2)\nbrief 1b"));
}

TEST_F(Judging, GoesOnWhereItWasLeft) {
  EXPECT_EQ(sit("yq").left, 2u);
  EXPECT_EQ(sit("").judged, 0u);
  EXPECT_EQ(sit("0").judged, 1u);
  EXPECT_FALSE(shows("brief 1a"));
  EXPECT_EQ(sit("1").left, 0u);
  EXPECT_EQ(sit("").left, 0u);
  EXPECT_EQ(judged(), "1 0 a 1\n1 0 b 0\n2 0 c 1\n");
}

TEST_F(Judging, UndoAsksAgain) {
  EXPECT_EQ(sit("rnuu0r1").judged, 3u);
  EXPECT_EQ(judged(), "1 0 a 0\n1 0 b 1\n2 0 c 1\n");
  sit("u");
  EXPECT_EQ(judged().size(), 24u);  // another sitting's judgments stay
}

TEST_F(Judging, SkippedRecordsAreForTheNextSitting) {
  EXPECT_EQ(sit("srr").left, 1u);
  EXPECT_EQ(judged(), "1 0 b 1\n2 0 c 1\n");
  EXPECT_EQ(sit("n").left, 0u);
}

TEST_F(Judging, UndoBehindSkippedRecordsDoesNotAskTwice) {
  EXPECT_EQ(sit("rsuns1").judged, 2u);
  EXPECT_EQ(judged(), "1 0 a 0\n2 0 c 1\n");
}

TEST_F(Judging, ShowsTheWholeTextAndSaysWhichKeysAreNone) {
  sit("m\n x\nuq");
  EXPECT_TRUE(shows("whole a"));
  EXPECT_TRUE(shows("there is no such key"));
  EXPECT_TRUE(shows("nothing of this sitting is left to take back"));
}

}  // namespace
}  // namespace rapporteur::recall
