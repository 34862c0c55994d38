// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a person sees of a run on standard error: messages, a bar, a summary.
#pragma once

#include <chrono>
#include <condition_variable>
#include <iosfwd>
#include <mutex>
#include <string>
#include <thread>

#include "indexer/pipeline.h"

namespace rapporteur {

struct ReportOptions {
  bool quiet = false;    // nothing but what was rejected
  bool verbose = false;  // what was dropped as well
  bool bar = false;      // a line that is drawn over and over
};

class RunReporter {
 public:
  // `err` must outlive the reporter.
  RunReporter(std::ostream& err, const ReportOptions& options);
  ~RunReporter();

  PipelineProgress* progress() { return &progress_; }
  // Any thread.
  void tell(const PipelineMessage& message);
  // A line of its own, unless quiet. Any thread.
  void say(const std::string& line);
  // Takes the bar away.
  void end_bar();
  // One line: what was read, kept and rejected, and how fast.
  void summarize(const PipelineReport& report);

 private:
  void draw_until_done();
  void erase_bar();
  std::string bar_line() const;
  double seconds() const;

  std::ostream& err_;
  const ReportOptions options_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  PipelineProgress progress_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool drawn_ = false;
  bool done_ = false;
  std::thread drawer_;
};

}  // namespace rapporteur
