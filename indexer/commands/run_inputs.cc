// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/run_inputs.h"

#include <optional>
#include <utility>

#include "indexer/commands/rejects_file.h"
#include "indexer/run/program_id.h"

namespace rapporteur {

Result<PipelineReport> run_inputs(const RunOptions& options, RecordSink& sink,
                                  RunReporter& reporter, InputHistory::MarkOf mark_of) {
  std::optional<RejectsFile> rejects;
  if (!options.rejects.empty()) {
    auto created = RejectsFile::create(options.rejects);
    if (!created) return created.error();
    rejects = std::move(created).value();
  }
  PipelineOptions pipeline;
  pipeline.threads = options.threads;
  pipeline.details = options.report.verbose;
  pipeline.stop = options.stop;
  pipeline.guard = options.guard;
  pipeline.fields = options.fields;
  if (mark_of) pipeline.program = program_id(options.fields.describe());
  pipeline.mark_of = std::move(mark_of);
  auto report = run_pipeline(
      options.inputs, pipeline, sink,
      [&](const PipelineMessage& message) {
        reporter.tell(message);
        if (rejects) rejects->add(message);
      },
      reporter.progress());
  reporter.end_bar();
  if (rejects && report) {
    if (auto finished = rejects->finish(); !finished) return finished.error();
  }
  return report;
}

}  // namespace rapporteur
