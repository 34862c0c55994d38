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
#include "indexer/source/capture.h"
#include "indexer/source/input_form.h"
#include "indexer/source/line_reader.h"
#include "indexer/source/walk.h"

namespace rapporteur {

struct SourceLimits {
  bool pages_only = false;               // pass over JSON Lines, in silence
  std::size_t page_bytes = 64ULL << 20;  // a larger page is rejected
  std::size_t line_bytes = 64ULL << 20;  // a longer line of JSON Lines is rejected alone
};

// A page, a line of JSON Lines, or something that could not be read.
struct SourceItem {
  InputForm form = InputForm::kPlainText;
  std::string input;       // path below the INPUT argument of the file on disk
  std::string source;      // the same and the way inside it: "dump.tar.gz/inner/page.html"
  std::uint64_t line = 0;  // of JSON Lines, from 1; 0 for pages
  std::string bytes;       // decompressed, otherwise as they are
  Capture capture;         // of a page from a web archive
  std::string rejected;    // not empty: why there are no bytes, without the source's name
  std::uint64_t rejected_bytes = 0;  // size of what was rejected, as far as known
  bool input_ends = false;           // nothing more comes from this input

  std::uint64_t size() const { return rejected.empty() ? bytes.size() : rejected_bytes; }
};

// Reads the files of a walk in order. One thread.
class SourceReader {
 public:
  // `stop` may be null; once it is true, next() ends. `bytes_done` may be null; it is kept at the
  // bytes of files read so far, as on disk, for other threads to watch.
  SourceReader(std::vector<InputFile> files, SourceLimits limits,
               const std::atomic<bool>* stop = nullptr,
               std::atomic<std::uint64_t>* bytes_done = nullptr);
  ~SourceReader();

  // The next item; empty at the end. Never fails: what cannot be read is a rejected item.
  std::optional<SourceItem> next();

 private:
  std::optional<SourceItem> open_next_file();
  SourceItem read_page(SourceItem item);
  SourceItem next_line();
  void note_progress();
  void close_file();

  std::vector<InputFile> files_;
  SourceLimits limits_;
  const std::atomic<bool>* stop_;
  std::size_t next_file_ = 0;
  std::unique_ptr<ByteStream> stream_;
  std::unique_ptr<PeekStream> peek_;
  std::unique_ptr<LineReader> lines_;  // set while a JSON Lines file is being read
  std::string source_;
  std::atomic<std::uint64_t>* bytes_done_;
  std::uint64_t closed_bytes_ = 0;  // of files that are done
};

}  // namespace rapporteur
