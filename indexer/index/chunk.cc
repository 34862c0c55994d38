// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index/chunk.h"

#include <utility>

#include "common/index/schema.h"
#include "common/index/terms.h"

namespace rapporteur {

namespace {

// A chunk that a crash leaves half-written is thrown away, so nothing need be synced. (DB_DANGEROUS
// would be a little faster, but hides a full disk behind an error about itself.)
constexpr int kFlags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;

}  // namespace

ChunkBuilder::ChunkBuilder(const std::filesystem::path& path)
    : path_(path), database_(path.string(), kFlags) {}

void ChunkBuilder::add(const Xapian::Document& document, ChunkRecord record,
                       std::size_t text_bytes) {
  database_.add_document(document);
  records_.push_back(std::move(record));
  ++documents_;
  terms_ += document.termlist_count();
  text_bytes_ += text_bytes;
}

void ChunkBuilder::set_marks(const InputMarks& marks, long generation) {
  write_marks(database_, marks, generation);
}

void ChunkBuilder::close() {
  database_.set_metadata(schema::kFormatKey, format_mark());
  database_.commit();
  database_.close();
}

void merge_databases(const std::vector<std::filesystem::path>& inputs,
                     const std::filesystem::path& output) {
  Xapian::Database all;
  for (const auto& input : inputs) {
    all.add_database(Xapian::Database(input.string(), Xapian::DB_BACKEND_GLASS));
  }
  // FULLER would make the term lists a quarter larger.
  LatestMarks latest;
  all.compact(output.string(), Xapian::Compactor::FULL, 0, latest);
}

}  // namespace rapporteur
