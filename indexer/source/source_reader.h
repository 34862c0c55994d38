// SPDX-License-Identifier: GPL-2.0-or-later
//
// Everything there is to read, one page or record line after the other.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/source/byte_stream.h"
#include "indexer/source/input_form.h"
#include "indexer/source/line_reader.h"
#include "indexer/source/walk.h"

namespace rapporteur {

struct SourceLimits {
  std::size_t page_bytes = 64ULL << 20;  // a larger page is rejected
  std::size_t line_bytes = 64ULL << 20;  // a longer line of JSON Lines is rejected alone
};

// A page, a line of JSON Lines, or something that could not be read.
struct SourceItem {
  InputForm form = InputForm::kPlainText;
  std::string source;        // path below the INPUT argument
  std::uint64_t line = 0;    // of JSON Lines, from 1; 0 for pages
  std::string bytes;         // decompressed, otherwise as they are
  std::string rejected;      // not empty: why there are no bytes, without the source's name
  bool source_ends = false;  // nothing more comes from this source
};

// Reads the files of a walk in order. One thread; bytes_consumed() from any.
class SourceReader {
 public:
  // `stop` may be null; once it is true, next() ends.
  SourceReader(std::vector<InputFile> files, SourceLimits limits,
               const std::atomic<bool>* stop = nullptr);
  ~SourceReader();

  // The next item; empty at the end. Never fails: what cannot be read is a rejected item.
  std::optional<SourceItem> next();

  // Bytes of files read so far, as on disk.
  std::uint64_t bytes_consumed() const;

 private:
  SourceItem open_next_file();
  SourceItem read_page(SourceItem item);
  std::optional<SourceItem> next_line();
  void close_file();

  std::vector<InputFile> files_;
  SourceLimits limits_;
  const std::atomic<bool>* stop_;
  std::size_t next_file_ = 0;
  std::unique_ptr<ByteStream> stream_;
  std::unique_ptr<PeekStream> peek_;
  std::unique_ptr<LineReader> lines_;  // set while a JSON Lines file is being read
  std::string source_;
  std::atomic<std::uint64_t> closed_bytes_{0};
  std::atomic<std::uint64_t> open_bytes_{0};
};

}  // namespace rapporteur
