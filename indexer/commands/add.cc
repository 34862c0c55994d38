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
  void source_was_read(const std::string& source, const std::string& mark) override {
    writer_.replace_source(source, mark);
  }

  Result<void> checkpoint() override {
    const auto committed = writer_.commit();
    if (!committed) return committed.error();
    done_.added += committed->added;
    done_.replaced += committed->replaced;
    done_.removed += committed->removed;
    done_.records = committed->records;
    done_.groups = committed->groups;
    done_.grouped = committed->grouped;
    done_.given_up = committed->given_up;
    ++checkpoints_;
    return {};
  }

  // Over all checkpoints.
  const CommitReport& done() const { return done_; }
  bool has_committed() const { return checkpoints_ > 0; }

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
  CommitReport done_;
  int checkpoints_ = 0;
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
  const auto read = run_inputs(options.run, sink, reporter, [&](const std::string& input) {
    (*writer)->share(input);
    if (options.again) return std::string();
    const auto mark = (*writer)->mark_of(input);
    return mark ? *mark : std::string();
  });
  if (!read) return report_failure(read.error(), err);
  if (read->interrupted) {
    err << "rapporteur-index: broken off; "
        << (sink.has_committed() ? "the same command goes on from what is in the index: " +
                                       std::to_string(sink.done().records) + " records"
                                 : std::string("the index is as it was before"))
        << '\n';
    return kExitFailed;
  }

  if (auto committed = sink.checkpoint(); !committed) return report_failure(committed.error(), err);
  reporter.summarize(*read);
  const CommitReport& done = sink.done();
  reporter.say("index " + options.index.string() + ": " + std::to_string(done.added) + " added, " +
               std::to_string(done.replaced) + " replaced, " + std::to_string(done.removed) +
               " removed; " + std::to_string(done.records) + " records now" +
               (done.grouped == 0
                    ? std::string()
                    : ", " + std::to_string(done.grouped) + " of them the same as one of " +
                          std::to_string(done.groups) + " others"));
  if (done.given_up > 0) {
    reporter.say(std::to_string(done.given_up) +
                 " records were not compared, since too many are nearly alike; each stands alone");
  }
  return read->rejected > 0 ? kExitSomeRejected : kExitDone;
}

}  // namespace rapporteur
