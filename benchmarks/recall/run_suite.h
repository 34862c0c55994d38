// SPDX-License-Identifier: GPL-2.0-or-later
//
// Makes the runs of a suite: every configuration answers the topics of every collection.
#pragma once

#include <rapporteur/result.h>

#include <functional>
#include <string>
#include <vector>

#include "benchmarks/recall/suite_file.h"

namespace rapporteur::recall {

struct SuiteOptions {
  // Keeps collections, indexes and runs. One is made again when its command, or a file that the
  // command names, has changed; a run also when its index was.
  std::string work;
  bool fresh = false;                    // make everything again
  std::vector<std::string> collections;  // only these; empty: all
  std::vector<std::string> configurations;
};

// A run that was made: `path` is a TREC run.
struct MadeRun {
  std::string collection;
  std::string configuration;
  std::string path;
};

struct MadeRuns {
  std::vector<MadeRun> runs;  // by collection, then configuration, in the order of the suite
  bool complete = true;       // false: something failed (an engine that is not here is no failure)
};

// Tells what is going on, a line a call.
using Tell = std::function<void(const std::string& line)>;

// A collection, engine or configuration that fails is told and left out. Errors: a name in
// `options` that the suite lacks, a work folder that cannot be made.
Result<MadeRuns> run_suite(const Suite& suite, const SuiteOptions& options, const Tell& tell);

}  // namespace rapporteur::recall
