// SPDX-License-Identifier: GPL-2.0-or-later
//
// What add and extract have in common: a run over the inputs, told to a person and, if asked for,
// with a file of what was rejected.
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/commands/run_reporter.h"
#include "indexer/pipeline.h"

namespace rapporteur {

struct RunOptions {
  std::vector<std::string> inputs;
  unsigned threads = 0;           // 0: one a core
  std::filesystem::path rejects;  // a file for rejected inputs and records; empty: none
  ReportOptions report;
  FieldMap fields;  // of records of a foreign shape
  const std::atomic<bool>* stop = nullptr;  // may be null
  Guard* guard = nullptr;                   // may be null
};

// Runs the pipeline over the inputs into `sink`. When it returns, the bar is gone and the file of
// rejects is on disk. Errors: the sink's, or that the file of rejects cannot be written.
// `mark_of` as in PipelineOptions.
Result<PipelineReport> run_inputs(const RunOptions& options, RecordSink& sink,
                                  RunReporter& reporter, InputHistory::MarkOf mark_of = {});

}  // namespace rapporteur
