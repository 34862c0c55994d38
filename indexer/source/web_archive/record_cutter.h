// SPDX-License-Identifier: GPL-2.0-or-later
//
// Cutting a web archive into records: a header that says how long the block behind it is, the
// block, the next header. Where that does not hold, one record is lost and the next is searched
// for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/peek_stream.h"

namespace rapporteur {

// How records of a format begin.
class RecordFormat {
 public:
  virtual ~RecordFormat() = default;
  // Whether a record's header may start at `text`. There are at least kLookAhead bytes of it,
  // unless the archive ends before.
  virtual bool starts_record(std::string_view text) const = 0;
  // The length of the header at the start of `text`, its closing blank line or line end included;
  // empty if `text` does not hold its end.
  virtual std::optional<std::size_t> header_size(std::string_view text) const = 0;
  // How many bytes the block behind the header has; empty if the header does not say.
  virtual std::optional<std::uint64_t> block_size(std::string_view header) const = 0;
  // What ends every record, if it is told from text by that: then a block with it behind has the
  // right length, whatever comes next. "" if there is no such thing.
  virtual std::string_view end_mark() const { return {}; }
  // The first place in `text` from `from` on where a record may start, npos if there is none: a
  // first, fast look for starts_record().
  virtual std::size_t find_candidate(std::string_view text, std::size_t from) const = 0;
};

// A record, or what is left of one. The views hold until the next call.
struct CutRecord {
  std::uint64_t position = 0;  // of its first byte in the decompressed archive
  std::string_view header;     // "" if not even that could be told
  std::string_view block;      // "" if it is damaged; only the beginning if it is too large
  std::string damage;          // not empty: what is wrong with it
  bool is_too_large = false;   // and this is all that is wrong
};

class RecordCutter {
 public:
  // How far a format may look to tell a header.
  static constexpr std::size_t kLookAhead = 16 * 1024;

  // `stream` and `format` must outlive the cutter. Blocks over `max_block` bytes are passed over;
  // no more is held in memory at a time.
  RecordCutter(PeekStream& stream, const RecordFormat& format, std::size_t max_block)
      : stream_(stream), format_(format), max_block_(max_block) {}

  // Replaces `record`; false at the end. An error ends the archive.
  Result<bool> next(CutRecord& record);

 private:
  Result<bool> skip_blank();
  // Whether a record, or nothing, follows `size` bytes ahead of the stream.
  bool record_follows(std::size_t size);
  // Goes to the next place where a record starts.
  void search();
  bool lost(CutRecord& record, std::string damage);

  PeekStream& stream_;
  const RecordFormat& format_;
  const std::size_t max_block_;
  std::size_t held_ = 0;    // bytes ahead that are the record given out last
  bool searching_ = false;  // the last record was damaged
  bool ended_ = false;
};

}  // namespace rapporteur
