// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a run has collected for its next commit: finished chunks on disk, and which operation on
// each id counts.
#pragma once

#include <xapian.h>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/index/chunk.h"
#include "indexer/index/input_marks.h"

namespace rapporteur {

// Where a document lies: its number in the database at chunks()[chunk].
struct StagedDocument {
  std::uint32_t chunk = 0;
  Xapian::docid document = 0;
  auto operator<=>(const StagedDocument&) const = default;
};

// take(), remove() and replace_source() from any thread; the rest only while nothing is fed. What
// touches files may throw Xapian::Error or std::filesystem::filesystem_error.
class Staging {
 public:
  // Chunks go into `folder`, which is made anew. `fan_in`: how many chunks one merge reads.
  Staging(std::filesystem::path folder, std::size_t fan_in);
  ~Staging();  // removes the folder

  // A path for a new chunk or another database of the run; each is given once.
  std::filesystem::path next_path();

  // Takes over a closed chunk. Now and then merges waiting ones, in the calling thread.
  void take(ChunkBuilder& chunk);
  void remove(std::string id_term, std::uint64_t order);
  void replace_source(std::string source_term, std::string mark);

  // ---- for the commit ----
  bool empty() const { return operations_.empty() && sources_.empty(); }

  // Merges until no more chunks than one merge can read are left.
  void settle();

  struct Chunk {
    std::filesystem::path path;
    Xapian::docid documents = 0;
    int level = 0;             // how often its documents have been merged
    std::int64_t parent = -1;  // the chunk that it was merged into
    Xapian::docid offset = 0;  // of its documents there
  };
  // The chunks that hold documents now, in order of their numbers.
  std::vector<std::uint32_t> roots() const;
  const Chunk& chunk(std::uint32_t number) const { return chunks_[number]; }

  struct Operation {
    std::uint64_t order = 0;
    bool is_removal = false;
    StagedDocument staged;  // as it was taken; resolve() tells where it is now
  };
  const std::unordered_map<std::string, Operation>& operations() const { return operations_; }
  // By source term: the marks of what was read to its end.
  const InputMarks& sources() const { return sources_; }
  // Documents in chunks that another operation on their id has overtaken.
  const std::vector<StagedDocument>& overtaken() const { return overtaken_; }
  std::size_t text_bytes() const { return text_bytes_; }
  StagedDocument resolve(StagedDocument staged) const;

  // Forgets everything and deletes the chunks.
  void clear();

 private:
  std::uint32_t register_chunk(Chunk chunk);
  std::vector<std::uint32_t> choose_for_merge(std::size_t at_least) const;
  void merge_if_many();
  void merge(const std::vector<std::uint32_t>& numbers);
  void enter(std::string id_term, const Operation& operation);

  std::filesystem::path folder_;
  std::size_t fan_in_;
  std::atomic<std::uint32_t> next_number_ = 0;

  std::mutex merge_mutex_;    // one merge at a time, since each opens many files
  mutable std::mutex mutex_;  // guards all below
  std::vector<Chunk> chunks_;
  std::unordered_map<std::string, Operation> operations_;  // by id term
  InputMarks sources_;
  std::vector<StagedDocument> overtaken_;
  std::size_t text_bytes_ = 0;
};

}  // namespace rapporteur
