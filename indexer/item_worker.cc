// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/item_worker.h"

#include <exception>
#include <map>

#include "common/record/record_json.h"
#include "common/text/printable.h"
#include "common/text/utf8.h"
#include "indexer/enrich/language_parts.h"
#include "indexer/extract/feed.h"
#include "indexer/extract_page.h"
#include "indexer/page_records.h"
#include "indexer/records/feed_records.h"
#include "indexer/source/record_id.h"
#include "indexer/split/split.h"

namespace rapporteur {
namespace {

using Kind = PipelineMessage::Kind;

// Of records with one id the later counts, but the text that a crawl took out of a page never
// before the page itself: that has its own words for its date, title and parts.
std::uint64_t rank_of(const SourceItem& item, std::uint64_t order) {
  constexpr std::uint64_t kMoreThanText = std::uint64_t{1} << 62;
  return item.form == InputForm::kWebText ? order : order | kMoreThanText;
}

PipelineMessage message(Kind kind, const SourceItem& item, std::string text) {
  return {kind, item.source, item.line, std::move(text), item.size()};
}

void reject(const SourceItem& item, const std::string& why, BatchOutcome& outcome) {
  outcome.messages.push_back(message(Kind::kRejected, item, why));
  outcome.rejected_inputs.push_back(item.input);
  ++outcome.counts.rejected;
}

void tell_dropped(const SourceItem& item, const SplitPage& parts, BatchOutcome& outcome) {
  std::map<std::string, int> reasons;
  for (const DroppedBlock& block : parts.dropped) ++reasons[block.reason];
  std::string summary = std::to_string(parts.pieces.size()) + " publications, dropped " +
                        std::to_string(parts.dropped.size()) + " blocks";
  const char* between = ": ";
  for (const auto& [reason, count] : reasons) {
    summary += between + std::to_string(count) + ' ' + reason;
    between = ", ";
  }
  outcome.messages.push_back(message(Kind::kDetail, item, summary));
  for (const DroppedBlock& block : parts.dropped) {
    constexpr std::size_t kShownBytes = 100;
    const std::string_view shown = utf8_prefix(block.text, kShownBytes);
    outcome.messages.push_back(message(Kind::kDetail, item,
                                       "bytes " + std::to_string(block.offset.begin) + "-" +
                                           std::to_string(block.offset.end) + " dropped as " +
                                           block.reason + ": " + std::string(shown) +
                                           (shown.size() < block.text.size() ? "..." : "")));
  }
}

}  // namespace

ItemWorker::ItemWorker(RecordSink& sink, const SiteRepeats& repeats,
                       const Vocabularies& vocabularies, const FieldMap& fields, bool details,
                       Guard* guard)
    : lane_(sink.make_lane()),
      repeats_(repeats),
      fields_(fields),
      details_(details),
      guard_(guard),
      wants_evidence_(sink.wants_evidence()),
      enricher_(vocabularies) {}

BatchOutcome ItemWorker::process(Batch& batch) {
  BatchOutcome outcome;
  for (std::size_t i = 0; i < batch.items.size() && !outcome.fatal; ++i) {
    SourceItem& item = batch.items[i];
    // The libraries behind us may throw; that must not cost anybody else's record.
    try {
      const std::string document = item.name();
      const auto left_out = guard_ != nullptr ? guard_->left_out(document) : std::nullopt;
      if (left_out) item.rejected = *left_out;
      const GuardedTask task(guard_, document);
      process_item(item, batch.first_item + i, outcome);
    } catch (const std::exception& error) {
      reject(item, std::string("could not be read, a defect worth a report: ") + error.what(),
             outcome);
    } catch (...) {
      reject(item, "could not be read, a defect worth a report", outcome);
    }
    if (item.input_ends) outcome.ended_inputs.push_back(item.input);
    outcome.counts.bytes += item.bytes.size();
    item.bytes = std::string();
  }
  outcome.drained = lane_->drain();
  return outcome;
}

BatchOutcome ItemWorker::finish() {
  BatchOutcome outcome;
  if (auto finished = lane_->finish(); !finished) outcome.fatal = finished.error();
  return outcome;
}

void ItemWorker::process_item(const SourceItem& item, std::uint64_t order, BatchOutcome& outcome) {
  if (!item.notice.empty()) {
    outcome.messages.push_back(message(Kind::kNotice, item, item.notice));
  }
  if (details_ && !item.passed_over.empty()) {
    outcome.messages.push_back(message(Kind::kDetail, item, "passed over " + item.passed_over));
  }
  if (!item.rejected.empty()) {
    reject(item, item.rejected, outcome);
  } else if (item.form == InputForm::kFeed) {
    process_feed(item, order, outcome);
  } else if (item.is_page()) {
    process_page(item, order, outcome);
  } else if (item.line != 0) {
    process_line(item, order, outcome);
  }
}

void ItemWorker::process_page(const SourceItem& item, std::uint64_t order, BatchOutcome& outcome) {
  ++outcome.counts.pages;
  const auto page = extract_page(item);
  if (!page) return reject(item, page.error().message, outcome);
  const SplitPage parts = cut_by_language(split(*page, repeats_));
  std::vector<Record> records = page_records(*page, parts);
  std::vector<RecordEvidence> evidence(records.size());
  enricher_.enrich_page(*page, parts, records, wants_evidence_ ? &evidence : nullptr);
  for (std::size_t i = 0; i < records.size(); ++i) {
    keep(records[i], evidence[i], item, order, outcome);
  }

  outcome.counts.dropped_blocks += parts.dropped.size();
  if (details_) tell_dropped(item, parts, outcome);
  // Many pages of a crawl are only ways to other pages.
  if (records.empty() && (details_ || !item.capture.url)) {
    outcome.messages.push_back(
        message(Kind::kNotice, item,
                std::string("no publication found in it") +
                    (details_ ? "" : "; -v tells what was left out and why")));
  }
}

void ItemWorker::process_feed(const SourceItem& item, std::uint64_t order, BatchOutcome& outcome) {
  ++outcome.counts.pages;
  const auto feed = read_feed(item.bytes, item.capture.url, item.capture.charset);
  if (!feed) return reject(item, feed.error().message, outcome);
  std::vector<Record> records = feed_records(*feed, item.source);
  for (std::size_t i = 0; i < records.size(); ++i) {
    const FeedEntry& entry = feed->entries[i];
    if (!entry.date.empty() && !records[i].date) {
      outcome.messages.push_back(message(
          Kind::kNotice, item,
          "the date " + quoted(entry.date) + " of its entry " +
              quoted(entry.title.empty() ? records[i].id : entry.title) + " cannot be read"));
    }
    std::vector<std::string> notes;
    RecordEvidence evidence;
    enricher_.enrich_record(records[i], notes, wants_evidence_ ? &evidence : nullptr);
    keep(records[i], evidence, item, order, outcome);
  }
  if (feed->entries.empty()) {
    outcome.messages.push_back(message(Kind::kNotice, item, "a feed without entries"));
  }
}

void ItemWorker::process_line(const SourceItem& item, std::uint64_t order, BatchOutcome& outcome) {
  ++outcome.counts.lines;
  const bool is_row = item.form == InputForm::kTable;
  auto read = is_row || !fields_.empty() ? from_json_line(fields_.apply(item.bytes, is_row))
                                         : from_json_line(item.bytes);
  if (!read) {
    const bool lacks_text = read.error().message.find("\"text\"") != std::string::npos;
    return reject(item, read.error().message + (lacks_text ? fields_.hint("text") : ""), outcome);
  }
  Record& record = read->record;
  if (record.source.empty()) record.source = item.source;
  if (record.id.empty()) {
    record.id = record.url && !record.url->empty() ? id_from_url(*record.url)
                : is_unnamed(item.source)          ? id_from_unnamed(record.text, item.line)
                                                   : id_from_source(item.source, item.line);
  }
  RecordEvidence evidence;
  enricher_.enrich_record(record, read->notes, wants_evidence_ ? &evidence : nullptr);
  for (const std::string& note : read->notes) {
    outcome.messages.push_back(message(Kind::kNotice, item, note));
  }
  keep(record, evidence, item, order, outcome);
}

void ItemWorker::keep(const Record& record, const RecordEvidence& evidence, const SourceItem& item,
                      std::uint64_t order, BatchOutcome& outcome) {
  if (wants_evidence_) lane_->explain(record, evidence);
  const auto taken = lane_->take(record, rank_of(item, order), item.input);
  if (!taken && taken.error().code == ErrorCode::kInvalidInput) {
    return reject(item, taken.error().message, outcome);
  }
  if (!taken) {
    outcome.fatal = taken.error();
    return;
  }
  ++outcome.counts.records;
  if (!record.date || !*record.date) ++outcome.counts.undated;
  if (!record.countries || record.countries->empty()) ++outcome.counts.without_country;
  outcome.kept.push_back(
      {record.id, item.source, item.line, record.kind == "teaser" || item.capture.url});
}

}  // namespace rapporteur
