// SPDX-License-Identifier: GPL-2.0-or-later
//
// Everything there is to read, one page or record line after the other, also out of archives.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/capture.h"
#include "indexer/source/container.h"
#include "indexer/source/expansion.h"
#include "indexer/source/file_stream.h"
#include "indexer/source/input_form.h"
#include "indexer/source/peek_stream.h"
#include "indexer/source/record_lines.h"
#include "indexer/source/walk.h"
#include "indexer/source/web_archive/seen_captures.h"

namespace rapporteur {

struct SourceLimits {
  bool pages_only = false;                 // pass over files of records, in silence
  std::size_t page_bytes = 64ULL << 20;    // a larger page is rejected
  std::size_t line_bytes = 64ULL << 20;    // a longer line of JSON Lines is rejected alone
  std::size_t depth = 6;                   // containers inside each other
  std::uint64_t entries = 10'000'000;      // of one archive
  std::uint64_t input_bytes = 1ULL << 40;  // of all pages that come out of one input
  ExpansionLimit expansion = {};
};

// A page, a line of JSON Lines, or something that could not be read.
struct SourceItem {
  InputForm form = InputForm::kPlainText;
  std::string input;       // path below the INPUT argument of the file on disk
  std::string source;      // the same and the way inside it: "dump.tar.gz/inner/page.html"
  std::uint64_t line = 0;  // where a record starts, from 1; 0 for pages
  std::string bytes;       // decompressed, otherwise as they are
  Capture capture;         // of a page from a web archive
  std::string rejected;    // not empty: why there are no bytes, without the source's name
  std::uint64_t rejected_bytes = 0;  // size of what was rejected, as far as known
  std::string notice;                // what there is to know all the same
  std::string passed_over;           // at the end of a container: what was left out on purpose
  bool input_ends = false;           // nothing more comes from this input

  std::uint64_t size() const { return rejected.empty() ? bytes.size() : rejected_bytes; }
  // What people call it: its source, a record's with the line.
  std::string name() const { return line == 0 ? source : source + ':' + std::to_string(line); }
  // Neither a record line nor something that was rejected, nor only the end of an input.
  bool is_page() const {
    return rejected.empty() && !holds_records(form) && form != InputForm::kEmpty;
  }
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

  // From now on next() ends in front of files[file], until it is told to go further.
  void pause_before(std::size_t file);

  // The next item; empty at the end. Never fails: what cannot be read is a rejected item.
  std::optional<SourceItem> next();
  // The source of the file that next() reads from; empty at the end.
  std::string_view reads_from() const;

 private:
  // Something that is being read item by item: a container, or a file of record lines.
  struct Level {
    std::string source;
    std::unique_ptr<PeekStream> stream;
    std::unique_ptr<RecordLines> lines;  // this, of the form
    InputForm form = InputForm::kJsonLines;
    std::unique_ptr<Container> container;  // or this
    std::optional<RecordDate> captured;
    ExpansionLimit limit;
  };

  std::optional<SourceItem> open_next_file();
  std::optional<SourceItem> next_entry();
  SourceItem next_line();
  std::optional<SourceItem> look_into(SourceItem item, Entry entry);
  SourceItem read_page(SourceItem item, PeekStream& stream);
  SourceItem begin_item(std::string source) const;
  std::unique_ptr<Container> make_container(InputForm form, Level& level);
  SourceItem end_level(SourceItem item);
  std::string swelling() const;
  void note_progress();
  void close_file();

  std::vector<InputFile> files_;
  SourceLimits limits_;
  const std::atomic<bool>* stop_;
  std::size_t next_file_ = 0;
  std::size_t pause_;           // number of the file before which next() ends
  std::string input_;           // the file that is open
  FileStream* file_ = nullptr;  // owned by the streams on top of it
  std::vector<Level> levels_;   // from the file inwards
  std::uint64_t produced_ = 0;  // bytes of pages that came out of the file
  SeenCaptures seen_;
  std::atomic<std::uint64_t>* bytes_done_;
  std::uint64_t consumed_ = 0;      // of the file that is open
  std::uint64_t closed_bytes_ = 0;  // of files that are done
};

}  // namespace rapporteur
