// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-index add killed at any moment: the index stays readable, and the same command ends
// where an undisturbed run would have.
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <thread>

#include "tests/cli/index_tool.h"
#include "tests/support/index_state.h"

namespace rapporteur::testing {
namespace {

const std::string kPages = RAPPORTEUR_SOURCE_DIR "/data/sample/pages";

std::vector<std::string> add(const std::string& index) {
  return index_tool_words({"add", kPages, "--index", index, "-q", "--progress", "never"});
}

TEST(KilledRun, GoesOnToWhereAnUndisturbedOneEnds) {
  const TemporaryFolder folder;
  const auto start = std::chrono::steady_clock::now();
  ASSERT_LT(run_program(add(folder / "whole")).code, 2);
  const auto whole = std::chrono::steady_clock::now() - start;
  const IndexState expected = read_index(folder / "whole");
  ASSERT_FALSE(expected.empty());

  constexpr int kRounds = 12;
  std::mt19937 random(20'180'213);
  int killed = 0;
  for (int round = 0; round < kRounds; ++round) {
    const std::string index = folder / ("index" + std::to_string(round));
    Program program(add(index), {});
    std::this_thread::sleep_for(whole * (random() % 1000) / 1000);
    program.signal(SIGKILL);
    killed += program.finish().code == 128 + SIGKILL;
    if (std::filesystem::exists(index + "/XAPIANDB")) {
      EXPECT_EQ(index_tool({"verify", "-q", "--index", index}).code, 0);
    }
    const ProgramResult again = run_program(add(index));
    EXPECT_LT(again.code, 2) << again.err;
    EXPECT_EQ(read_index(index), expected) << "round " << round;
  }
  EXPECT_GE(killed, kRounds / 2);
}

}  // namespace
}  // namespace rapporteur::testing
