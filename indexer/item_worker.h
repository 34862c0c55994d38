// SPDX-License-Identifier: GPL-2.0-or-later
//
// The journey of one input, on one worker thread of the pipeline.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/enrich/enrich.h"
#include "indexer/pipeline.h"
#include "indexer/run/batches.h"
#include "indexer/run/guard.h"
#include "indexer/split/site_repeats.h"

namespace rapporteur {

// What came of a batch: messages and counts, to be looked at in the order of the input.
struct BatchOutcome {
  struct Kept {
    std::string id;
    std::string source;
    std::uint64_t record = 0;  // as in PipelineMessage
    bool may_repeat = false;   // a teaser, or a page that a crawl may fetch again and again
  };
  std::vector<PipelineMessage> messages;
  std::vector<Kept> kept;
  std::vector<std::string> rejected_inputs;  // inputs of which something was rejected
  std::vector<std::string> ended_inputs;     // inputs that were read to their end
  std::string drained;
  PipelineReport counts;
  std::optional<Error> fatal;

  std::size_t bytes() const { return drained.size() + 256 * (kept.size() + messages.size()); }
};

class ItemWorker {
 public:
  // What is passed by reference must outlive the worker.
  ItemWorker(RecordSink& sink, const SiteRepeats& repeats, const Vocabularies& vocabularies,
             const FieldMap& fields, bool details, Guard* guard);

  BatchOutcome process(Batch& batch);
  BatchOutcome finish();

 private:
  void process_item(const SourceItem& item, std::uint64_t order, BatchOutcome& outcome);
  void process_page(const SourceItem& item, std::uint64_t order, BatchOutcome& outcome);
  void process_feed(const SourceItem& item, std::uint64_t order, BatchOutcome& outcome);
  void process_line(const SourceItem& item, std::uint64_t order, BatchOutcome& outcome);
  void keep(const Record& record, const RecordEvidence& evidence, const SourceItem& item,
            std::uint64_t order, BatchOutcome& outcome);

  std::unique_ptr<RecordSink::Lane> lane_;
  const SiteRepeats& repeats_;
  const FieldMap& fields_;
  const bool details_;
  Guard* const guard_;
  const bool wants_evidence_;
  Enricher enricher_;
};

}  // namespace rapporteur
