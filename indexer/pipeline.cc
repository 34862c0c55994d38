// SPDX-License-Identifier: GPL-2.0-or-later
//
// How a scraped page becomes records:
//
//   walk_inputs   the INPUT arguments -> files in a fixed order              source/walk.h
//   InputHistory  which of them the index already holds as they are          run/input_history.h
//   SourceReader  a file or archive -> pages' bytes, record lines            source/source_reader.h
//   extract_page  bytes -> blocks of text                                    extract/
//   SiteRepeats   a first pass over all pages: what repeats on a site        split/site_repeats.h
//   split         blocks -> publications; footers, captions ... dropped      split/split.h
//   page_records  publications -> records                                    page_records.h
//   Enricher      language, date, countries, bodies, themes ... of a record  enrich/enrich.h
//   RecordSink    the record -> standard output, or the index                commands/
//
// Reading is one thread's work; from extract_page on, each worker takes whole inputs
// (item_worker.cc).
#include "indexer/pipeline.h"

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <utility>

#include "indexer/extract_page.h"
#include "indexer/item_worker.h"

namespace rapporteur {
namespace {

using Kind = PipelineMessage::Kind;

unsigned worker_count(unsigned wanted) {
  constexpr unsigned kMost = 256;
  return std::clamp(wanted != 0 ? wanted : std::thread::hardware_concurrency(), 1U, kMost);
}

// ---- the first pass ----

struct NoOutcome {
  std::size_t bytes() const { return 0; }
};

// What the pages of a run are to each other.
struct Sites {
  SiteRepeats repeats;
  SitesOfInputs of_inputs;
};

// Counts the blocks of pages; what cannot be read is told of in the second pass.
class RepeatsWorker {
 public:
  RepeatsWorker(Sites& all, std::mutex& mutex, Guard* guard)
      : all_(all), mutex_(mutex), guard_(guard) {}

  NoOutcome process(Batch& batch) {
    for (const SourceItem& item : batch.items) {
      if (!item.is_page() || !is_site_page(item.form)) continue;
      if (guard_ != nullptr && guard_->left_out(item.name())) continue;
      try {
        const GuardedTask task(guard_, item.name());
        if (auto page = extract_page(item)) {
          own_.repeats.add(*page);
          own_.of_inputs[item.input].insert(page->site);
        }
      } catch (...) {
        continue;
      }
    }
    return {};
  }

  NoOutcome finish() {
    const std::lock_guard lock(mutex_);
    all_.repeats.merge(own_.repeats);
    for (auto& [input, sites] : own_.of_inputs) all_.of_inputs[input].merge(sites);
    return {};
  }

 private:
  Sites own_;
  Sites& all_;
  std::mutex& mutex_;
  Guard* guard_;
};

void look_over(std::vector<InputFile> files, const PipelineOptions& options, Sites& sites) {
  std::erase_if(files, [](const InputFile& file) { return !file.is_regular; });
  if (files.empty()) return;
  SourceLimits limits = options.limits;
  limits.pages_only = true;
  SourceReader reader(std::move(files), limits, options.stop);
  std::mutex mutex;
  run_batches<NoOutcome>(
      reader, worker_count(options.threads), options.guard,
      [&] { return std::make_unique<RepeatsWorker>(sites, mutex, options.guard); },
      [](NoOutcome&) { return true; });
}

// ---- the second pass ----

// Sees the outcomes in the order of the input: adds up, tells, and remembers what the run has had.
class Conductor {
 public:
  Conductor(RecordSink& sink, const InputHistory& history,
            const std::function<void(const PipelineMessage&)>& tell, PipelineProgress* progress)
      : sink_(sink), history_(history), tell_(tell), progress_(progress) {}

  // False once the run must end.
  bool consume(BatchOutcome& outcome) {
    for (const PipelineMessage& message : outcome.messages) tell_(message);
    for (const BatchOutcome::Kept& kept : outcome.kept) note_repeated(kept);
    add(outcome.counts);
    if (outcome.fatal) error_ = outcome.fatal;
    if (!error_ && !outcome.drained.empty()) {
      if (auto written = sink_.write(outcome.drained); !written) error_ = written.error();
    }
    rejected_.insert(outcome.rejected_inputs.begin(), outcome.rejected_inputs.end());
    for (const std::string& input : outcome.ended_inputs) {
      if (input == kStandardInput || rejected_.contains(input)) continue;
      sink_.source_was_read(input, history_.mark(input));
    }
    if (progress_ != nullptr) progress_->records = report_.records;
    return !error_;
  }

  PipelineReport& report() { return report_; }
  const std::optional<Error>& error() const { return error_; }

 private:
  void add(const PipelineReport& counts) {
    report_.pages += counts.pages;
    report_.lines += counts.lines;
    report_.bytes += counts.bytes;
    report_.records += counts.records;
    report_.rejected += counts.rejected;
    report_.undated += counts.undated;
    report_.without_country += counts.without_country;
    report_.dropped_blocks += counts.dropped_blocks;
  }

  void note_repeated(const BatchOutcome::Kept& kept) {
    if (seen_.insert(std::hash<std::string>{}(kept.id)).second) return;
    ++report_.repeated_ids;
    // The same teaser stands on many listing pages; that is no news.
    if (kept.may_repeat) return;
    tell_({Kind::kNotice, kept.source, kept.record,
           "the id " + kept.id + " was there before in this run; the later record counts", 0});
  }

  RecordSink& sink_;
  const InputHistory& history_;
  const std::function<void(const PipelineMessage&)>& tell_;
  PipelineProgress* progress_;
  PipelineReport report_;
  std::optional<Error> error_;
  std::unordered_set<std::size_t> seen_;  // hashes of ids
  std::unordered_set<std::string> rejected_;
};

// Files that an earlier attempt came to grief over are not opened.
void leave_out(Walk& walk, const Guard& guard) {
  std::erase_if(walk.files, [&](const InputFile& file) {
    const auto why = guard.left_out(file.source);
    if (why) walk.rejected.push_back({file.source, *why});
    return why.has_value();
  });
}

void tell_of_other_places(const InputHistory& history,
                          const std::function<void(const PipelineMessage&)>& tell) {
  const std::vector<std::string>& inputs = history.of_other_places();
  if (inputs.empty()) return;
  const std::size_t others = inputs.size() - 1;
  const std::string and_others =
      others == 0 ? "" : ", and so were " + std::to_string(others) + " other inputs";
  tell({Kind::kNotice, inputs.front(), 0,
        "was read from another folder before" + and_others +
            "; what came of that is replaced (name a folder above both to keep both)",
        0});
}

// The numbers of the files before which there is a checkpoint, and that of their end. A checkpoint
// costs about what it takes to copy the index, so they get rarer as it grows: a run that is broken
// off loses a quarter of its work.
std::vector<std::size_t> checkpoints_of(const std::vector<InputFile>& files, std::uint64_t least) {
  std::vector<std::size_t> places;
  std::uint64_t done = 0;
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    bytes += files[i].bytes;
    if (bytes < std::max(least, done / 3) && i + 1 < files.size()) continue;
    places.push_back(i + 1);
    done += std::exchange(bytes, 0);
  }
  return places;
}

}  // namespace

std::string to_line(const PipelineMessage& message) {
  std::string line = message.source;
  if (message.record != 0) line += ':' + std::to_string(message.record);
  return line + ": " + message.text;
}

Result<void> check_inputs(const std::vector<std::string>& inputs) {
  const bool any = std::any_of(inputs.begin(), inputs.end(), [](const std::string& input) {
    std::error_code error;
    return input == kStandardInput || std::filesystem::exists(input, error);
  });
  if (any || inputs.empty()) return {};
  return Error{ErrorCode::kNotFound, inputs.front() + ": no such file or folder"};
}

Result<PipelineReport> run_pipeline(const std::vector<std::string>& inputs,
                                    const PipelineOptions& options, RecordSink& sink,
                                    const std::function<void(const PipelineMessage&)>& tell,
                                    PipelineProgress* progress) {
  Walk walk = walk_inputs(inputs);
  for (const WalkNote& note : walk.notices) tell({Kind::kNotice, note.path, 0, note.text, 0});
  if (options.guard != nullptr) leave_out(walk, *options.guard);
  for (const WalkNote& note : walk.rejected) tell({Kind::kRejected, note.path, 0, note.text, 0});

  InputHistory history(std::move(walk.files), options.mark_of, options.program, options.stop);
  tell_of_other_places(history, tell);
  Sites sites;
  look_over(history.changed(), options, sites);
  history.learn(sites.of_inputs);
  look_over(history.neighbours(), options, sites);

  std::vector<InputFile> files = history.to_read();
  Conductor conductor(sink, history, tell, progress);
  PipelineReport& report = conductor.report();
  report.rejected = report.missing_inputs = walk.rejected.size();
  report.unchanged = history.unchanged();
  const auto stopped = [&] { return options.stop != nullptr && options.stop->load(); };
  if (files.empty()) {
    report.interrupted = stopped();
    return report;
  }
  if (progress != nullptr) {
    for (const InputFile& file : files) progress->bytes_total += file.bytes;
  }
  const auto vocabularies = Vocabularies::load();
  if (!vocabularies) return vocabularies.error();

  const std::vector<std::size_t> checkpoints = checkpoints_of(files, options.checkpoint_bytes);
  SourceReader reader(std::move(files), options.limits, options.stop,
                      progress != nullptr ? &progress->bytes_done : nullptr);
  for (const std::size_t checkpoint : checkpoints) {
    reader.pause_before(checkpoint);
    run_batches<BatchOutcome>(
        reader, worker_count(options.threads), options.guard,
        [&] {
          return std::make_unique<ItemWorker>(sink, sites.repeats, *vocabularies, options.fields,
                                              options.details, options.guard);
        },
        [&](BatchOutcome& outcome) { return conductor.consume(outcome); });
    if (conductor.error() || stopped()) break;
    if (checkpoint == checkpoints.back()) break;
    if (auto kept = sink.checkpoint(); !kept) return kept.error();
  }

  if (conductor.error()) return *conductor.error();
  report.interrupted = stopped();
  return report;
}

}  // namespace rapporteur
