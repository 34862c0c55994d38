// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/judgments_file.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace rapporteur::recall {
namespace {

class JudgmentsFileTest : public ::testing::Test {
 protected:
  JudgmentsFile open() {
    Result<JudgmentsFile> file = JudgmentsFile::open(path_);
    EXPECT_TRUE(file.ok());
    return std::move(*file);
  }
  std::string bytes() const { return testing::read_whole(path_); }

  const testing::TemporaryFolder folder_;
  const std::string path_ = folder_ / "judged";
};

TEST_F(JudgmentsFileTest, IsJudgmentsThatTrecEvalCanRead) {
  JudgmentsFile file = open();
  ASSERT_TRUE(file.comment("by hand").ok());
  ASSERT_TRUE(file.add({"1", "a", 1}).ok());
  ASSERT_TRUE(file.add({"1", "b", 0}).ok());
  EXPECT_EQ(bytes(), "# by hand\n1 0 a 1\n1 0 b 0\n");
  EXPECT_TRUE(file.has("1", "a"));
  EXPECT_FALSE(file.has("2", "a"));
}

TEST_F(JudgmentsFileTest, GoesOnWhereItWasLeft) {
  ASSERT_TRUE(open().add({"1", "a", 1}).ok());
  JudgmentsFile again = open();
  EXPECT_TRUE(again.has("1", "a"));
  ASSERT_TRUE(again.add({"1", "b", 2}).ok());
  EXPECT_EQ(bytes(), "1 0 a 1\n1 0 b 2\n");
}

TEST_F(JudgmentsFileTest, TakesBackOnlyWhatThisSittingJudged) {
  ASSERT_TRUE(open().add({"1", "a", 1}).ok());
  JudgmentsFile file = open();
  ASSERT_TRUE(file.comment("second sitting").ok());
  ASSERT_TRUE(file.add({"1", "b", 1}).ok());
  ASSERT_TRUE(file.add({"1", "c", 0}).ok());
  EXPECT_EQ(file.undo().value()->id, "c");
  EXPECT_EQ(file.undo().value()->id, "b");
  EXPECT_FALSE(file.undo().value().has_value());
  EXPECT_EQ(bytes(), "1 0 a 1\n# second sitting\n");
  EXPECT_FALSE(file.has("1", "b"));
  EXPECT_EQ(file.size(), 1u);
}

TEST_F(JudgmentsFileTest, ALastLineWithoutItsEndIsNotGluedToTheNext) {
  folder_.write("judged", "1 0 a 1");
  JudgmentsFile file = open();
  ASSERT_TRUE(file.add({"1", "b", 0}).ok());
  EXPECT_EQ(bytes(), "1 0 a 1\n1 0 b 0\n");
  EXPECT_EQ(file.undo().value()->id, "b");
  EXPECT_TRUE(open().has("1", "a"));
}

TEST_F(JudgmentsFileTest, ACutOffLineIsNamed) {
  folder_.write("judged", "1 0 a 1\n1 0 b");
  const auto file = JudgmentsFile::open(path_);
  ASSERT_FALSE(file.ok());
  EXPECT_NE(file.error().message.find("line 2"), std::string::npos);
}

TEST_F(JudgmentsFileTest, AFolderThatIsNotThereIsAnError) {
  auto file = JudgmentsFile::open(folder_ / "none/judged");
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(file->add({"1", "a", 1}).error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace rapporteur::recall
