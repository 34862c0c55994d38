// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/extract.h"

#include <cerrno>
#include <cstring>
#include <ostream>

#include "common/record/record_json.h"
#include "indexer/commands/exit_code.h"

namespace rapporteur {
namespace {

class PrintSink : public RecordSink {
 public:
  explicit PrintSink(std::ostream& out) : out_(out) {}

  std::unique_ptr<Lane> make_lane() override { return std::make_unique<PrintLane>(); }

  Result<void> write(const std::string& drained) override {
    errno = 0;
    out_.write(drained.data(), static_cast<std::streamsize>(drained.size())).flush();
    if (out_) return {};
    reader_is_gone_ = errno == EPIPE;
    return Error{ErrorCode::kIo, std::string("standard output cannot be written: ") +
                                     (errno != 0 ? std::strerror(errno) : "it failed")};
  }

  bool reader_is_gone() const { return reader_is_gone_; }

 private:
  class PrintLane : public Lane {
   public:
    Result<void> take(const Record& record, std::uint64_t order, std::string_view origin) override {
      (void)order;
      (void)origin;
      lines_ += to_json_line(record);
      lines_ += '\n';
      return {};
    }
    std::string drain() override { return std::exchange(lines_, {}); }

   private:
    std::string lines_;
  };

  std::ostream& out_;
  bool reader_is_gone_ = false;
};

}  // namespace

int run_extract(const ExtractOptions& options, std::ostream& out, std::ostream& err) {
  if (auto found = check_inputs(options.inputs); !found) return report_failure(found.error(), err);
  PrintSink sink(out);
  RunReporter reporter(err, options.report);
  PipelineOptions pipeline;
  pipeline.threads = options.threads;
  pipeline.details = options.report.verbose;
  pipeline.stop = options.stop;
  const auto read = run_pipeline(
      options.inputs, pipeline, sink,
      [&](const PipelineMessage& message) { reporter.tell(message); }, reporter.progress());
  reporter.end_bar();
  if (sink.reader_is_gone()) return kExitDone;
  if (!read) return report_failure(read.error(), err);
  if (read->interrupted) {
    err << "rapporteur-index: broken off; the last records are missing\n";
    return kExitFailed;
  }
  reporter.summarize(*read);
  return read->rejected > 0 ? kExitSomeRejected : kExitDone;
}

}  // namespace rapporteur
