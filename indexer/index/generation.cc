// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index/generation.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/index/schema.h"
#include "common/index/terms.h"

namespace rapporteur {

namespace {

// Changes to terms are collected in memory until they are flushed; about 200 bytes each.
constexpr std::size_t kTermsPerFlush = 1u << 20;

// What a database says of itself as a whole.
void describe(Xapian::WritableDatabase& database, const std::string& groups) {
  database.set_metadata(schema::kFormatKey, format_mark());
  if (database.get_metadata(schema::kGroupsKey) != groups) {
    database.set_metadata(schema::kGroupsKey, groups);
  }
}

void finish_generation(const std::filesystem::path& path, const std::string& groups,
                       const std::vector<Xapian::docid>& doomed) {
  Xapian::WritableDatabase database(
      path.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  std::size_t terms = 0;
  describe(database, groups);
  for (const Xapian::docid document : doomed) {
    terms += database.get_unique_terms(document);
    database.delete_document(document);
    if (terms < kTermsPerFlush) continue;
    database.commit();
    terms = 0;
  }
  database.commit();
  database.close();
}

// Writes the documents of `live` that are not in `left_out` anew, as chunks of `copies`.
void copy_documents(const Xapian::Database& live, const std::unordered_set<Xapian::docid>& left_out,
                    Staging& copies) {
  constexpr std::size_t kChunkTerms = 200000;
  std::optional<ChunkBuilder> chunk;
  const auto finish = [&] {
    if (!chunk) return;
    chunk->close();
    copies.take(*chunk);
    chunk.reset();
  };
  for (auto document = live.postlist_begin(""); document != live.postlist_end(""); ++document) {
    if (left_out.contains(*document)) continue;
    if (!chunk) chunk.emplace(copies.next_path());
    chunk->add(live.get_document(*document), {std::to_string(*document), 0}, 0);
    if (chunk->terms() >= kChunkTerms) finish();
  }
  finish();
  copies.settle();
}

}  // namespace

void update_in_place(const std::filesystem::path& path, const Staging& staging,
                     const UpdatePlan& plan, const std::string& groups) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
  database.begin_transaction();  // its destructor cancels what was not committed
  for (const Xapian::docid document : plan.removed) database.delete_document(document);
  std::optional<std::uint32_t> open_chunk;
  Xapian::Database chunk;
  for (const UpdatePlan::Addition& addition : plan.additions) {
    if (open_chunk != addition.staged.chunk) {
      chunk = Xapian::Database(staging.chunk(addition.staged.chunk).path.string());
      open_chunk = addition.staged.chunk;
    }
    database.replace_document(std::string(addition.id_term),
                              chunk.get_document(addition.staged.document));
  }
  describe(database, groups);
  write_marks(database, plan.marks, generation_number(path.filename().string()));
  database.commit_transaction();
  database.close();
}

void build_generation(const Xapian::Database* live, const std::filesystem::path& live_path,
                      Staging& staging, const UpdatePlan& plan, const std::string& groups,
                      const std::filesystem::path& output, const GenerationOptions& options) {
  staging.settle();
  std::vector<std::filesystem::path> inputs;
  std::vector<Xapian::docid> doomed;

  // Chunks first: their documents are numbered without gaps, so their new numbers are known.
  Xapian::docid offset = 0;
  std::vector<Xapian::docid> offsets;
  for (const std::uint32_t number : staging.roots()) {
    if (offsets.size() <= number) offsets.resize(number + 1);
    offsets[number] = offset;
    offset += staging.chunk(number).documents;
    inputs.push_back(staging.chunk(number).path);
  }
  for (const StagedDocument& overtaken : staging.overtaken()) {
    const StagedDocument now = staging.resolve(overtaken);
    doomed.push_back(offsets[now.chunk] + now.document);
  }

  std::vector<Xapian::docid> stale = plan.replaced;
  stale.insert(stale.end(), plan.removed.begin(), plan.removed.end());
  std::optional<Staging> copies;
  InputMarks marks = plan.marks;
  bool keeps_live = false;
  if (live != nullptr && live->get_doccount() > stale.size()) {
    const Xapian::doccount documents = live->get_doccount();
    const bool most_are_stale = 2 * stale.size() > documents;
    const bool many_gaps = live->get_lastdocid() > 2ull * documents + 1000;
    const bool gaps = live->get_lastdocid() != documents;
    if (most_are_stale || many_gaps || (options.dense && gaps)) {
      copies.emplace(staging.next_path(), options.fan_in);
      copy_documents(*live, {stale.begin(), stale.end()}, *copies);
      for (const std::uint32_t number : copies->roots()) {
        inputs.push_back(copies->chunk(number).path);
      }
    } else {
      // Merging leaves out the unused numbers before the first document.
      const Xapian::docid first = *live->postlist_begin("");
      for (const Xapian::docid document : stale) doomed.push_back(offset + document - (first - 1));
      inputs.push_back(live_path);
      keeps_live = true;
    }
  }
  if (live != nullptr && !keeps_live) marks.merge(read_marks(*live));
  if (inputs.empty() || !marks.empty()) {
    ChunkBuilder only_marks(inputs.empty() ? output : staging.next_path());
    only_marks.set_marks(marks, generation_number(output.filename().string()));
    only_marks.close();
    if (!inputs.empty()) inputs.push_back(only_marks.path());
  }
  if (!inputs.empty()) merge_databases(inputs, output);
  std::sort(doomed.begin(), doomed.end());
  finish_generation(output, groups, doomed);
}

long generation_number(const std::string& name) {
  const std::string_view prefix = schema::kGenerationPrefix;
  long number = -1;
  if (!name.starts_with(prefix)) return -1;
  const char* const end = name.data() + name.size();
  const auto read = std::from_chars(name.data() + prefix.size(), end, number);
  return read.ec == std::errc() && read.ptr == end && number >= 0 ? number : -1;
}

void delete_other_generations(const std::filesystem::path& folder, const std::string& current,
                              const std::string& previous) {
  std::error_code error;
  std::vector<std::filesystem::path> others;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (generation_number(name) >= 0 && name != current && name != previous) {
      others.push_back(entry->path());
    }
  }
  for (const auto& other : others) std::filesystem::remove_all(other, error);
}

}  // namespace rapporteur
