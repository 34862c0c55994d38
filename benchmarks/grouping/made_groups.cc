// SPDX-License-Identifier: GPL-2.0-or-later
//
// made-groups [SEED [FAMILIES]]: precision and recall of grouping on made copies, by length of
// text.
#include <cstdio>
#include <cstdlib>

#include "benchmarks/grouping/pair_score.h"

int main(int argc, char** argv) {
  using namespace rapporteur;
  const unsigned seed = argc > 1 ? static_cast<unsigned>(std::strtoul(argv[1], nullptr, 10)) : 1U;
  const int families = argc > 2 ? std::atoi(argv[2]) : 1000;
  std::printf("words  records  right  missed  wrong  precision  recall  (missed by kind; wrong)\n");
  for (const int words : {30, 60, 150, 400, 1500}) {
    testing::MadeCopies copies(seed);
    std::vector<testing::MadeRecord> records;
    for (int i = 0; i < families; ++i) copies.add_family(words, records);
    const PairScore score = score_pairs(records);
    std::printf("%5d  %7zu  %5zu  %6zu  %5zu  %9.4f  %6.4f  (%s; %s)\n", words, records.size(),
                score.right, score.missed, score.wrong, score.precision(), score.recall(),
                score.missed_kinds.c_str(), score.wrong_kinds.c_str());
  }
  return 0;
}
