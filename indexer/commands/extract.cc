// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/extract.h"

#include <cerrno>
#include <cstring>
#include <mutex>
#include <ostream>
#include <set>

#include "common/record/record_json.h"
#include "common/text/printable.h"
#include "indexer/commands/exit_code.h"
#include "indexer/commands/explain_record.h"

namespace rapporteur {
namespace {

// Prints records, or with ids to explain, why these are tagged as they are.
class PrintSink : public RecordSink {
 public:
  PrintSink(std::ostream& out, const std::vector<std::string>& why, Guard* guard)
      : out_(out), guard_(guard), why_(why.begin(), why.end()), missing_(why_) {}

  std::unique_ptr<Lane> make_lane() override { return std::make_unique<PrintLane>(*this); }
  bool wants_evidence() const override { return !why_.empty(); }

  Result<void> write(const std::string& drained) override {
    errno = 0;
    if (guard_ != nullptr && !drained.empty()) guard_->output_begins();
    out_.write(drained.data(), static_cast<std::streamsize>(drained.size())).flush();
    if (out_) return {};
    reader_is_gone_ = errno == EPIPE;
    return Error{ErrorCode::kIo, std::string("standard output cannot be written: ") +
                                     (errno != 0 ? std::strerror(errno) : "it failed")};
  }

  bool reader_is_gone() const { return reader_is_gone_; }
  // Ids to explain that no record had.
  const std::set<std::string>& missing() const { return missing_; }

 private:
  class PrintLane : public Lane {
   public:
    explicit PrintLane(PrintSink& sink) : sink_(sink) {}

    void explain(const Record& record, const RecordEvidence& evidence) override {
      if (!sink_.why_.contains(record.id)) return;
      lines_ += explain_record(record, evidence);
      const std::lock_guard lock(sink_.mutex_);
      sink_.missing_.erase(record.id);
    }
    Result<void> take(const Record& record, std::uint64_t order, std::string_view origin) override {
      (void)order;
      (void)origin;
      if (!sink_.why_.empty()) return {};
      lines_ += to_json_line(record);
      lines_ += '\n';
      return {};
    }
    std::string drain() override { return std::exchange(lines_, {}); }

   private:
    PrintSink& sink_;
    std::string lines_;
  };

  std::ostream& out_;
  Guard* guard_;
  const std::set<std::string> why_;
  std::mutex mutex_;
  std::set<std::string> missing_;
  bool reader_is_gone_ = false;
};

}  // namespace

int run_extract(const ExtractOptions& options, std::ostream& out, std::ostream& err) {
  if (auto found = check_inputs(options.run.inputs); !found)
    return report_failure(found.error(), err);
  PrintSink sink(out, options.why, options.run.guard);
  RunReporter reporter(err, options.run.report);
  const auto read = run_inputs(options.run, sink, reporter);
  if (sink.reader_is_gone()) return kExitDone;
  if (!read) return report_failure(read.error(), err);
  if (read->interrupted) {
    err << "rapporteur-index: broken off; the last records are missing\n";
    return kExitFailed;
  }
  if (options.why.empty()) reporter.summarize(*read);
  for (const std::string& id : sink.missing()) {
    err << "rapporteur-index: no record has the id " << printable(id)
        << "; extract without --why prints the ids\n";
  }
  return read->rejected > 0 || !sink.missing().empty() ? kExitSomeRejected : kExitDone;
}

}  // namespace rapporteur
