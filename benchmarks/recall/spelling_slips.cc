// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-spelling-slips INDEX...: how many of the slips that are made in each index's words the
// searcher puts right. Run it by measure-spelling.
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <iomanip>
#include <iostream>

#include "tests/support/slips.h"

int main(int argc, char** argv) {
  constexpr std::size_t kSlips = 500;
  constexpr std::uint32_t kSeed = 20'180'213;
  const bool verbose = argc > 1 && std::strcmp(argv[1], "-v") == 0;
  const int first = verbose ? 2 : 1;
  if (argc <= first) {
    std::cerr << "usage: rapporteur-spelling-slips [-v] INDEX...\n";
    return 2;
  }
  std::cout << "index                     slips  right  share  answered  ms a question\n";
  for (int i = first; i < argc; ++i) {
    const auto started = std::chrono::steady_clock::now();
    const rapporteur::testing::SlipResult result =
        rapporteur::testing::measure_slips(argv[i], kSlips, kSeed, verbose ? &std::cerr : nullptr);
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - started;
    if (result.slips == 0) {
      std::cerr << argv[i] << ": no index with words\n";
      return 2;
    }
    const auto slips = static_cast<double>(result.slips);
    std::cout << std::left << std::setw(24) << argv[i] << std::right << std::setw(7) << result.slips
              << std::setw(7) << result.right << std::fixed << std::setprecision(3) << std::setw(7)
              << static_cast<double>(result.right) / slips << std::setw(10) << result.answered
              << std::setw(11) << std::setprecision(2) << took.count() / slips << '\n';
  }
  return 0;
}
