// SPDX-License-Identifier: GPL-2.0-or-later
//
// Chunks: small databases that feeds write and merges read. Xapian's inverter gets slower with all
// it holds, so many small ones and a merge beat one large flush.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/index/input_marks.h"

namespace rapporteur {

// A record in a chunk.
struct ChunkRecord {
  std::string id_term;
  std::uint64_t order = 0;
};

// A chunk that is being written; its documents are numbered 1, 2, 3 ... Used by one thread. All
// calls may throw Xapian::Error, and the object is of no more use then.
class ChunkBuilder {
 public:
  explicit ChunkBuilder(const std::filesystem::path& path);

  void add(const Xapian::Document& document, ChunkRecord record, std::size_t text_bytes);
  void set_marks(const InputMarks& marks, long generation);
  // Writes everything out; nothing can be added any more.
  void close();

  const std::filesystem::path& path() const { return path_; }
  std::size_t documents() const { return documents_; }
  std::size_t terms() const { return terms_; }
  std::size_t text_bytes() const { return text_bytes_; }
  // By document number - 1.
  std::vector<ChunkRecord>& records() { return records_; }

 private:
  std::filesystem::path path_;
  Xapian::WritableDatabase database_;
  std::vector<ChunkRecord> records_;
  std::size_t documents_ = 0;
  std::size_t terms_ = 0;
  std::size_t text_bytes_ = 0;
};

// Merges databases into a new one at `output`: the latest mark of each input, and the documents
// numbered through in the order of `inputs`, each beginning behind the one before (unused numbers
// at an input's start are left out). May throw Xapian::Error.
void merge_databases(const std::vector<std::filesystem::path>& inputs,
                     const std::filesystem::path& output);

}  // namespace rapporteur
