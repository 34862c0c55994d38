// SPDX-License-Identifier: GPL-2.0-or-later
//
// The whole journey: source -> extract -> split -> enrich -> whatever the sink does with a record
// (print it, or index it). Read pipeline.cc for it on one page.
#pragma once

#include <rapporteur/result.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/record/record.h"
#include "indexer/enrich/evidence.h"
#include "indexer/records/field_map.h"
#include "indexer/run/guard.h"
#include "indexer/run/input_history.h"
#include "indexer/source/source_reader.h"

namespace rapporteur {

// Where records go.
class RecordSink {
 public:
  // One a worker thread; made, used and destroyed there.
  class Lane {
   public:
    virtual ~Lane() = default;
    // Takes a finished record. Of records with one id the one with the highest `order` counts;
    // `origin` is the input it was read from. kInvalidInput rejects this record alone, any other
    // error ends the run.
    virtual Result<void> take(const Record& record, std::uint64_t order,
                              std::string_view origin) = 0;
    // Why the record that is taken next has its countries, bodies ...; if the sink wants evidence.
    virtual void explain(const Record& record, const RecordEvidence& evidence) {
      (void)record;
      (void)evidence;
    }
    // What is to be written, in the order of the input, for the records taken since the last call.
    virtual std::string drain() { return {}; }
    // Nothing more comes.
    virtual Result<void> finish() { return {}; }
  };

  virtual ~RecordSink() = default;
  virtual bool wants_evidence() const { return false; }
  virtual std::unique_ptr<Lane> make_lane() = 0;
  // Gets what the lanes drained, in the order of the input; one call at a time. Errors end the run.
  virtual Result<void> write(const std::string& drained) {
    (void)drained;
    return {};
  }
  // All of `source` was read, and nothing of it was rejected; one call at a time. `mark`: what
  // PipelineOptions::mark_of should answer for it in another run.
  virtual void source_was_read(const std::string& source, const std::string& mark) {
    (void)source;
    (void)mark;
  }
  // Some inputs were read to their end, and of no other anything was taken; all lanes are gone and
  // new ones will be made. Called now and then in a long run, so that it can be gone on with if it
  // is broken off. Errors end the run.
  virtual Result<void> checkpoint() { return {}; }
};

// What happened, for people.
struct PipelineMessage {
  enum class Kind {
    kRejected,  // an input or a record that is not in the output
    kNotice,    // something to know about a record that is
    kDetail,    // what was left out on purpose; only if PipelineOptions::details
  };
  Kind kind = Kind::kNotice;
  std::string source;        // UTF-8: the input, as records call it, or as it was given
  std::uint64_t record = 0;  // line of `source`, from 1; 0: all of it
  std::string text;          // UTF-8: what is the matter, and what to do; may hold scraped text
  std::uint64_t bytes = 0;   // size of what was rejected; 0 if unknown
};

// "source:record: text" in one line, scraped text not escaped.
std::string to_line(const PipelineMessage& message);

struct PipelineOptions {
  unsigned threads = 0;  // workers; 0: one a core
  SourceLimits limits;
  bool details = false;  // tell each dropped block
  FieldMap fields;       // of records of a foreign shape
  // What was remembered of an input; see run/input_history.h. Empty: every input is read.
  InputHistory::MarkOf mark_of;
  std::uint64_t program = 0;  // program_id(), where marks are kept
  // At least so much of the inputs (on disk) is read between two checkpoints.
  std::uint64_t checkpoint_bytes = 64ULL << 20;
  // May be null. Is told what each thread is at, and knows what is to be left out.
  Guard* guard = nullptr;
  // May be null. Once it is true, the run ends soon and says that it was interrupted.
  const std::atomic<bool>* stop = nullptr;
};

// Counts that another thread may watch.
struct PipelineProgress {
  std::atomic<std::uint64_t> bytes_total{0};  // of the inputs on disk; 0 if unknown
  std::atomic<std::uint64_t> bytes_done{0};
  std::atomic<std::uint64_t> records{0};
};

struct PipelineReport {
  std::uint64_t unchanged = 0;       // inputs that were passed over
  std::uint64_t pages = 0;           // read, whatever came out of them
  std::uint64_t lines = 0;           // of JSON Lines
  std::uint64_t bytes = 0;           // decompressed
  std::uint64_t records = 0;         // kept
  std::uint64_t rejected = 0;        // inputs, lines and records
  std::uint64_t missing_inputs = 0;  // of these, arguments that could not be found
  std::uint64_t repeated_ids = 0;    // records that replaced an earlier one of the run
  std::uint64_t undated = 0;
  std::uint64_t without_country = 0;
  std::uint64_t dropped_blocks = 0;  // of pages: footers, captions and so on
  bool interrupted = false;
};

// kNotFound, naming the first, if none of `inputs` exists: then nothing is worth starting. ("-"
// always exists.)
Result<void> check_inputs(const std::vector<std::string>& inputs);

// Runs everything below `inputs` (files, folders, "-") into `sink`. `tell` gets messages in the
// order of the input, one call at a time, from any thread. Bad inputs are messages, not errors; an
// Error is the sink's. `progress` may be null.
Result<PipelineReport> run_pipeline(const std::vector<std::string>& inputs,
                                    const PipelineOptions& options, RecordSink& sink,
                                    const std::function<void(const PipelineMessage&)>& tell,
                                    PipelineProgress* progress = nullptr);

}  // namespace rapporteur
