// SPDX-License-Identifier: GPL-2.0-or-later
//
// The figures of a suite, and the one table they make.
#pragma once

#include <rapporteur/result.h>

#include <optional>
#include <string>
#include <vector>

#include "benchmarks/recall/run_suite.h"

namespace rapporteur::recall {

// One measure of one configuration on one collection, held against the best baseline there.
struct Figure {
  std::string collection;
  std::size_t topics = 0;
  std::string configuration;
  std::string tag;  // of the run; Rapporteur's names the fingerprint of the index
  std::string measure;
  double value = 0.0;
  // The baseline with the highest value on this collection and measure; empty if none was run.
  std::string baseline;
  double baseline_value = 0.0;
  std::optional<double> p;  // of the difference; none for the baseline itself

  bool significant() const { return p && *p < 0.05; }
};

// A configuration over all collections that it has figures for.
struct Mean {
  std::string configuration;
  std::string measure;
  std::size_t collections = 0;
  double value = 0.0;           // mean of the collections' values
  double baseline_value = 0.0;  // mean of the best baselines' values there; 0 without baselines
  std::size_t above = 0;        // collections where it is significantly better
  std::size_t below = 0;
};

struct SuiteFigures {
  std::vector<std::string> measures;
  std::vector<Figure> figures;  // by collection, configuration, measure
  std::vector<Mean> means;      // by configuration, measure
};

// Measures the runs. Errors name the file that cannot be read.
Result<SuiteFigures> measure_suite(const Suite& suite, const std::vector<MadeRun>& runs);

// For people: columns of collection, configuration, each measure and the run's tag; in a cell the
// value, the difference from the best baseline and its p, * where p < 0.05; the means at the end.
std::string text_table(const SuiteFigures& figures);
// The same cells.
std::string markdown_table(const SuiteFigures& figures);
// For programs: a line a figure, with a head. The means are not in it.
std::string csv_table(const SuiteFigures& figures);

}  // namespace rapporteur::recall
