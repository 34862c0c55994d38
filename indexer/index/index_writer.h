// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writing an index folder: records in from several threads, everything visible at once.
//
//   auto writer = IndexWriter::open(folder);
//   auto feed = writer.value()->make_feed();             // one a thread
//   feed->add(record, order);                            // ... for each record
//   feed->finish();
//   writer.value()->replace_source("page.txt");          // for each source that was read to its
//   end auto report = writer.value()->commit();
//
// Feeds write small databases of their own ("chunks") into the folder's building/ directory.
// commit() puts a small update into the live database in one transaction; a large one is merged
// with the live database into a new generation, which then replaces it. Until commit() has
// returned, and if the process dies at any point, readers and the next writer see the last
// committed state.
#pragma once

#include <rapporteur/result.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/record/record.h"

namespace rapporteur {

struct IndexWriterOptions {
  // Makes the index if there is none; else open() says kNotFound.
  bool create = true;
  // A feed closes its chunk at whichever limit comes first.
  std::size_t chunk_documents = 1000;
  std::size_t chunk_terms = 50000;  // summed over the documents' distinct terms
  std::size_t chunk_text_bytes = 16u << 20;
  // Updates of fewer records than this, or than 1/20 of the index, go into the live database; 0:
  // never.
  std::size_t small_update_records = 1000;
  std::size_t small_update_text_bytes = 64u << 20;
  // What histories of records call this run: seconds since 1970-01-01 UTC; 0: when open() is
  // called.
  std::int64_t started = 0;
  // Chunks that one merge reads; each takes five open files.
  std::size_t merge_fan_in = 150;
};

// What a commit did, in records.
struct CommitReport {
  std::size_t added = 0;     // were not there before
  std::size_t replaced = 0;  // same id as before
  std::size_t removed = 0;   // by remove() or replace_source()
  std::size_t records = 0;   // in the index now
  std::size_t groups = 0;    // of two or more records that are the same publication
  std::size_t grouped = 0;   // records in them that another one stands for
  std::size_t given_up = 0;  // records left alone, since thousands are too much alike
  bool new_generation = false;
};

class IndexWriter {
 public:
  // Takes the writer's lock of `folder`, which is made if it does not exist, and tidies up what a
  // killed run has left. kBusy: another writer holds it (its process id is named); kNotAnIndex: the
  // folder holds something else, or an index with an unknown feature; kIo.
  static Result<std::unique_ptr<IndexWriter>> open(const std::filesystem::path& folder,
                                                   const IndexWriterOptions& options = {});
  // Gives the lock back. What was not committed is dropped. Feeds must be gone.
  ~IndexWriter();

  // Where one thread puts its records.
  class Feed {
   public:
    ~Feed();
    // Builds the document of `record` and keeps it for the next commit. Of several operations on
    // one id, the one with the highest `order` counts, whatever thread it came from (equal: the
    // later call). `origin`: the input it was read from if that is not record.source (a JSONL
    // file). kInvalidInput rejects this record alone; kIo ends the run (the writer keeps failing).
    Result<void> add(const Record& record, std::uint64_t order, std::string_view origin = {});
    // Hands over the chunk that is being filled. Call it before commit(); more may be added later.
    Result<void> finish();

   private:
    friend class IndexWriter;
    struct State;
    explicit Feed(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
  };

  // A feed for the calling thread; it must not outlive the writer.
  std::unique_ptr<Feed> make_feed();

  // `source` (a record's source, or an `origin`) was read to its end: at commit, records that the
  // index had from it and that were not added again since the last commit are removed. Any thread.
  // `mark` (any bytes) is kept for mark_of().
  void replace_source(std::string_view source, std::string mark = {});

  // The mark that `source` was given when it was last read and committed. Empty if there is none,
  // or if its records have since been removed, or replaced in a run that did not share() it. Not
  // beside commit().
  Result<std::string> mark_of(std::string_view source) const;

  // `source` is one of this run's: where several have a record of one id, the one that was read
  // last has it, and the others count as read all the same. Not beside commit().
  void share(std::string_view source);

  // Removes the record at commit, if it is there, unless it is added with a higher or equal
  // `order`. Any thread.
  void remove(std::string_view id, std::uint64_t order);

  // True if the last committed state has a record with this id. Not beside commit().
  Result<bool> holds(std::string_view id) const;

  // Makes everything since the last commit visible at once. No feed may be adding meanwhile. After
  // an error the index is as before; nothing more can be done with this writer but to destroy it.
  Result<CommitReport> commit();

  // commit(), then rewrites the whole index as compactly as possible, without unused document
  // numbers.
  Result<CommitReport> compact();

 private:
  struct State;
  explicit IndexWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
