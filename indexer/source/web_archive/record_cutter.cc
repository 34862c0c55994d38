// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/web_archive/record_cutter.h"

#include <algorithm>
#include <utility>

namespace rapporteur {
namespace {

constexpr std::size_t kMaxHeader = 1U << 20;

bool is_blank(char c) {
  return c == '\r' || c == '\n' || c == '\0' || c == ' ' || c == '\t';
}

std::size_t blanks_before(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_blank) -
                                  text.begin());
}

}  // namespace

Result<bool> RecordCutter::next(CutRecord& record) {
  record = CutRecord();
  stream_.consume(std::exchange(held_, 0));
  if (std::exchange(searching_, false)) {
    search();
    if (ended_) return false;
  }
  auto more = skip_blank();
  record.position = stream_.position();
  if (!more && more.error().code == ErrorCode::kCorrupt) return lost(record, more.error().message);
  if (!more || !*more) return more;

  (void)stream_.peek(kLookAhead);
  if (!format_.starts_record(stream_.ahead())) {
    return lost(record, "here a record should start and does not");
  }
  std::optional<std::size_t> header = format_.header_size(stream_.ahead());
  for (std::size_t size = kLookAhead; !header && size <= kMaxHeader; size *= 4) {
    auto text = stream_.peek(size);
    if (!text) return lost(record, text.error().message);
    header = format_.header_size(*text);
    if (text->size() < size) break;
  }
  if (!header) return lost(record, "its header does not end");
  record.header = stream_.ahead().substr(0, *header);
  const std::optional<std::uint64_t> block = format_.block_size(record.header);
  if (!block) return lost(record, "its header does not say how long it is");
  if (*block > max_block_) {
    (void)stream_.peek(*header + kLookAhead);
    record.header = stream_.ahead().substr(0, *header);
    record.block = stream_.ahead().substr(*header);
    record.is_too_large = true;
    return lost(record, "is said to have " + std::to_string(*block) + " bytes; a record may have " +
                            std::to_string(max_block_));
  }
  const std::size_t size = *header + static_cast<std::size_t>(*block);
  auto text = stream_.peek(size);
  record.header = stream_.ahead().substr(0, *header);
  if (!text) return lost(record, text.error().message);
  if (text->size() < size) {
    return lost(record, "is said to have " + std::to_string(*block) + " bytes, but only " +
                            std::to_string(text->size() - *header) + " are left");
  }
  const bool follows = record_follows(size);
  record.header = stream_.ahead().substr(0, *header);
  if (!follows) {
    return lost(record, "is said to have " + std::to_string(*block) +
                            " bytes, but behind them no record starts");
  }
  record.block = stream_.ahead().substr(*header, size - *header);
  held_ = size;
  return true;
}

// Passes over what stands between records; false at the end.
Result<bool> RecordCutter::skip_blank() {
  for (;;) {
    auto text = stream_.peek(1);
    if (!text) return text.error();
    if (text->empty()) return false;
    const std::size_t blanks = blanks_before(stream_.ahead());
    const bool all = blanks == stream_.ahead().size();
    stream_.consume(blanks);
    if (!all) return true;
  }
}

bool RecordCutter::record_follows(std::size_t size) {
  for (std::size_t seen = size;;) {
    // What cannot be read behind a record is the next one's damage.
    (void)stream_.peek(seen + kLookAhead);
    const std::string_view behind = stream_.ahead().substr(seen);
    const std::string_view mark = format_.end_mark();
    if (seen == size && !mark.empty() && behind.starts_with(mark)) return true;
    const std::size_t blanks = blanks_before(behind);
    if (blanks < behind.size()) return format_.starts_record(behind.substr(blanks));
    if (behind.size() < kLookAhead) return true;
    seen += blanks;
  }
}

void RecordCutter::search() {
  constexpr std::size_t kStep = 256 * 1024;
  std::size_t from = 1;  // behind the start of the record that is lost
  for (;;) {
    auto text = stream_.peek(kStep);
    const bool is_last = !text || text->size() < kStep;
    const std::string_view ahead = stream_.ahead();
    for (std::size_t at = format_.find_candidate(ahead, from); at != ahead.npos;
         at = format_.find_candidate(ahead, at + 1)) {
      if (!is_last && ahead.size() - at < kLookAhead) break;
      if (!format_.starts_record(ahead.substr(at))) continue;
      stream_.consume(at);
      return;
    }
    if (!is_last) {
      // A header may be cut off at the end of what was looked at.
      stream_.consume(ahead.size() - kLookAhead);
    } else if (text) {
      stream_.consume(ahead.size());
      return;
    } else if (!stream_.skip_damage()) {
      ended_ = true;  // of which the lost record has told
      return;
    }
    from = 0;
  }
}

bool RecordCutter::lost(CutRecord& record, std::string damage) {
  record.damage = std::move(damage);
  searching_ = true;
  return true;
}

}  // namespace rapporteur
