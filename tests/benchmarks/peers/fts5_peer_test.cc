// SPDX-License-Identifier: GPL-2.0-or-later
//
// The driver of SQLite's full-text search: same words in, a TREC run out.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

using testing::ProgramResult;
using testing::run_program;

TEST(Fts5Peer, FindsStemsByAnyWordAndReadsNoOperatorsOutOfAQuestion) {
  const testing::TemporaryFolder folder;
  const std::string texts = folder.write(
      "texts", "a\tHarbour storms\tThe storm broke the wall.\nb\t\tCalm seas\nc\tOther\tstorm\n");
  const std::string topics =
      folder.write("topics", "1\t\"storms\" NOT calm* AND (wall\n2\t?!\n3\tnothing here\n");
  EXPECT_EQ(run_program({RAPPORTEUR_FTS5_PEER, "index", texts, folder / "db"}).code, 0);
  const ProgramResult run =
      run_program({RAPPORTEUR_FTS5_PEER, "search", topics, folder / "db", "10"});
  EXPECT_EQ(run.code, 0) << run.err;
  // "NOT" and "AND" are words here, which no text holds; each text holds another one.
  for (const char* found : {"1 Q0 a ", "1 Q0 b ", "1 Q0 c "})
    EXPECT_NE(run.out.find(found), std::string::npos) << run.out;
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 3) << run.out;
}

TEST(Fts5Peer, SaysWhatIsMissing) {
  const ProgramResult run =
      run_program({RAPPORTEUR_FTS5_PEER, "search", "/nowhere", ":memory:", "1"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("no such table"), std::string::npos) << run.err;
  EXPECT_EQ(run_program({RAPPORTEUR_FTS5_PEER}).code, 2);
}

}  // namespace
}  // namespace rapporteur
