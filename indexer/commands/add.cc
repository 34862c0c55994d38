// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/add.h"

#include <ostream>

#include "indexer/commands/exit_code.h"
#include "indexer/index/index_writer.h"

namespace rapporteur {
namespace {

class IndexSink : public RecordSink {
 public:
  explicit IndexSink(IndexWriter& writer) : writer_(writer) {}

  std::unique_ptr<Lane> make_lane() override { return std::make_unique<IndexLane>(writer_); }
  void source_was_read(const std::string& source) override { writer_.replace_source(source); }

 private:
  class IndexLane : public Lane {
   public:
    explicit IndexLane(IndexWriter& writer) : feed_(writer.make_feed()) {}
    Result<void> take(const Record& record, std::uint64_t order, std::string_view origin) override {
      // Standard input has no name under which it could be read again.
      const bool named = origin != record.source && origin != kStandardInput;
      return feed_->add(record, order, named ? origin : std::string_view());
    }
    Result<void> finish() override { return feed_->finish(); }

   private:
    std::unique_ptr<IndexWriter::Feed> feed_;
  };

  IndexWriter& writer_;
};

}  // namespace

int run_add(const AddOptions& options, std::ostream& out, std::ostream& err) {
  (void)out;
  if (auto found = check_inputs(options.run.inputs); !found)
    return report_failure(found.error(), err);
  auto writer = IndexWriter::open(options.index);
  if (!writer) return report_failure(writer.error(), err);
  IndexSink sink(**writer);

  RunReporter reporter(err, options.run.report);
  const auto read = run_inputs(options.run, sink, reporter);
  if (!read) return report_failure(read.error(), err);
  if (read->interrupted) {
    err << "rapporteur-index: broken off; the index is as it was before\n";
    return kExitFailed;
  }

  const auto committed = (*writer)->commit();
  if (!committed) return report_failure(committed.error(), err);
  reporter.summarize(*read);
  reporter.say("index " + options.index.string() + ": " + std::to_string(committed->added) +
               " added, " + std::to_string(committed->replaced) + " replaced, " +
               std::to_string(committed->removed) + " removed; " +
               std::to_string(committed->records) + " records now");
  return read->rejected > 0 ? kExitSomeRejected : kExitDone;
}

}  // namespace rapporteur
