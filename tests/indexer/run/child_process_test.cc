// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/run/child_process.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

Result<ChildOutcome> shell(const std::string& script, std::string_view input = "",
                           const ChildLimits& limits = {}) {
  return run_child("/bin/sh", {"-c", script}, input, limits);
}

TEST(ChildProcess, GivesWhatTheProgramPrints) {
  const auto outcome = shell("cat; echo oops >&2; exit 3", "some input");
  ASSERT_TRUE(outcome.ok()) << outcome.error().message;
  EXPECT_EQ(outcome->output, "some input");
  EXPECT_EQ(outcome->messages, "oops\n");
  EXPECT_EQ(outcome->exit_code, 3);
}

TEST(ChildProcess, HasNoEnvironmentAndNoFilesOfOurs) {
  const auto outcome = shell("echo \"$HOME\"; pwd; ls /proc/self/fd | wc -l");
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->output, "\n/\n4\n");  // the fourth is the folder that ls reads
}

TEST(ChildProcess, EndsAProgramThatIsTooSlow) {
  ChildLimits limits;
  limits.wall = std::chrono::seconds(1);
  const auto outcome = shell("sleep 60", "", limits);
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.error().message, "took longer than 1 seconds");
}

TEST(ChildProcess, EndsAProgramThatComputesTooMuch) {
  ChildLimits limits;
  limits.cpu = std::chrono::seconds(1);
  const auto outcome = shell("while :; do :; done", "", limits);
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.error().message, "took more than 1 seconds of computing");
}

TEST(ChildProcess, EndsAProgramThatPrintsTooMuch) {
  ChildLimits limits;
  limits.output_bytes = 1U << 20;
  const auto outcome = shell("while :; do echo yes; done", "", limits);
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.error().message, "gave more than 1 MiB");
}

TEST(ChildProcess, CannotWriteFiles) {
  const testing::TemporaryFolder folder;
  const std::string file = folder / "written";
  const auto outcome = shell("echo x > " + file);
  EXPECT_FALSE(outcome.ok() && outcome->exit_code == 0);
  EXPECT_TRUE(!std::filesystem::exists(file) || std::filesystem::file_size(file) == 0);
}

TEST(ChildProcess, SaysWhatIsNotThere) {
  EXPECT_EQ(run_child("/no/such/program", {}, "").error().code, ErrorCode::kNotFound);
}

TEST(ChildProcess, ACrashIsAnError) {
  EXPECT_EQ(shell("kill -SEGV $$").error().message, "was ended by signal 11");
}

}  // namespace
}  // namespace rapporteur
