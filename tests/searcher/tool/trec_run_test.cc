// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/tool/trec_run.h"

#include <gtest/gtest.h>

#include <sstream>

namespace rapporteur {
namespace {

TEST(TrecRun, PrintedScoresFallStrictlyWhateverTheTiesAndTheTail) {
  std::ostringstream out;
  TrecRun run("7", "tag", out);
  int number = 0;
  for (const double score : {5.0, 5.0, 4.9999999, 0.5, 3.0}) {
    Hit hit;
    hit.id = "d" + std::to_string(++number);
    hit.score = score;
    run.write(hit);
  }
  EXPECT_EQ(out.str(),
            "7 Q0 d1 1 5.000000 tag\n"
            "7 Q0 d2 2 4.999999 tag\n"
            "7 Q0 d3 3 4.999998 tag\n"
            "7 Q0 d4 4 0.500000 tag\n"
            "7 Q0 d5 5 0.499999 tag\n");
}

}  // namespace
}  // namespace rapporteur
