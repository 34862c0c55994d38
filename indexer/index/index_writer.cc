// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index/index_writer.h"

#include <atomic>
#include <ctime>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "common/index/guarded.h"
#include "common/index/index_folder.h"
#include "common/index/record_groups.h"
#include "common/index/record_history.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "indexer/document/document_builder.h"
#include "indexer/index/chunk.h"
#include "indexer/index/folder_lock.h"
#include "indexer/index/generation.h"
#include "indexer/index/index_groups.h"
#include "indexer/index/staging.h"
#include "indexer/index/update_plan.h"

namespace rapporteur {

namespace {

namespace fs = std::filesystem;

constexpr const char* kBuildingFolder = "building";

bool is_ours(const std::string& name) {
  return name == schema::kLockFile || name == kBuildingFolder || generation_number(name) >= 0 ||
         name.starts_with(schema::kStubFile);
}

// A folder without a stub that holds a whole generation has lost the stub: what is in it must not
// be taken for the remains of a run that died, which leave the building folder as well.
Result<void> refuse_lost_generation(const fs::path& folder) {
  if (fs::exists(folder / kBuildingFolder)) return {};
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (generation_number(name) < 0) continue;
    const auto database = open_generation(folder, name);
    if (!database || database->get_doccount() == 0) continue;
    return Error{ErrorCode::kCorrupt,
                 "the index \"" + folder.string() + "\" has lost its file " + schema::kStubFile +
                     "; write the line \"glass " + name + "\" into it to have its " +
                     std::to_string(database->get_doccount()) + " records back, or delete " + name};
  }
  return {};
}

// Makes sure that `folder` is there, and is an index or may become one.
Result<void> prepare_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error && !fs::is_directory(folder)) {
    return Error{fs::exists(folder) ? ErrorCode::kNotAnIndex : ErrorCode::kIo,
                 "cannot make the folder \"" + folder.string() + "\": " + error.message()};
  }
  if (fs::exists(folder / schema::kStubFile)) return {};
  if (auto whole = refuse_lost_generation(folder); !whole) return whole;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (is_ours(name)) continue;
    return Error{ErrorCode::kNotAnIndex, "\"" + folder.string() + "\" holds other files (\"" +
                                             name + "\"); name an index or a new folder"};
  }
  return {};
}

}  // namespace

struct IndexWriter::State {
  static void count_groups(const std::string& packed, CommitReport& report) {
    const auto read = unpack_record_groups(packed);
    if (!read) return;
    report.groups = read->groups.size();
    for (const RecordGroup& group : read->groups) report.grouped += group.size() - 1;
  }

  State(fs::path index_folder, const IndexWriterOptions& writer_options, FolderLock taken)
      : folder(std::move(index_folder)), options(writer_options), lock(std::move(taken)) {}

  fs::path folder;
  IndexWriterOptions options;
  FolderLock lock;
  std::string generation;  // the current one; empty in a new index
  std::optional<Xapian::Database> live;
  std::optional<Staging> staging;
  std::unordered_set<std::string> shared;  // source terms

  std::atomic<unsigned> commits = 0;  // by this writer: tells feeds that `live` is another one

  std::mutex failure_mutex;
  std::optional<Error> failure;  // what ended this run

  Result<void> alive() {
    const std::lock_guard guard(failure_mutex);
    if (failure) return *failure;
    return {};
  }

  // Runs `work` unless the writer has failed; its failure is the writer's.
  template <typename Work>
  auto run(Work&& work) -> decltype(work()) {
    if (auto state = alive(); !state) return state.error();
    auto result = guarded(folder, std::forward<Work>(work));
    if (!result) {
      const std::lock_guard guard(failure_mutex);
      if (!failure) failure = result.error();
    }
    return result;
  }

  const Xapian::Database* live_or_null() const { return live ? &*live : nullptr; }

  Result<void> open_live() {
    auto current = current_generation(folder);
    if (!current) {
      // prepare_folder() has seen that nothing foreign is in a folder without a stub.
      if (!fs::exists(folder / schema::kStubFile)) return {};
      return current.error();
    }
    auto database = open_generation(folder, current.value());
    if (!database) return database.error();
    generation = std::move(current.value());
    live = std::move(database.value());
    return {};
  }

  // What a run that died has left behind: it never became visible.
  void tidy() {
    const long current = generation_number(generation);
    std::vector<fs::path> leftovers;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (generation_number(entry.path().filename().string()) > current) {
        leftovers.push_back(entry.path());
      }
    }
    for (const auto& leftover : leftovers) fs::remove_all(leftover);
  }

  bool is_small(const UpdatePlan& plan) const {
    return live && options.small_update_records > 0 &&
           (plan.operations() < options.small_update_records ||
            plan.operations() < live->get_doccount() / 20) &&
           staging->text_bytes() <= options.small_update_text_bytes;
  }

  std::string live_groups() const {
    return live ? live->get_metadata(schema::kGroupsKey) : std::string();
  }

  Result<void> write_new_generation(const UpdatePlan& plan, const std::string& groups,
                                    GenerationOptions build) {
    const std::string next =
        schema::kGenerationPrefix + std::to_string(generation_number(generation) + 1);
    build.fan_in = options.merge_fan_in;
    build_generation(live_or_null(), folder / generation, *staging, plan, groups, folder / next,
                     build);
    if (auto published = publish_generation(folder, next); !published) return published;
    delete_other_generations(folder, next, generation);
    generation = next;
    auto database = open_generation(folder, generation);
    if (!database) return database.error();
    live = std::move(database.value());
    return {};
  }

  Result<void> write_in_place(const UpdatePlan& plan, const std::string& groups) {
    update_in_place(folder / generation, *staging, plan, groups);
    if (auto synced = sync_folder(folder / generation); !synced) return synced;
    delete_other_generations(folder, generation, {});
    live->reopen();
    return {};
  }

  Result<CommitReport> commit() {
    UpdatePlan plan = plan_update(*staging, live_or_null(), shared);
    if (live && plan.empty()) {
      count_groups(live_groups(), plan.report);
      staging->clear();
      return plan.report;
    }
    plan.report.new_generation = !is_small(plan);
    const IndexGroups groups = group_index(live_or_null(), *staging, plan);
    count_groups(groups.packed, plan.report);
    plan.report.given_up = groups.given_up;
    if (auto written = plan.report.new_generation ? write_new_generation(plan, groups.packed, {})
                                                  : write_in_place(plan, groups.packed);
        !written) {
      return written.error();
    }
    staging->clear();
    ++commits;
    return plan.report;
  }
};

struct IndexWriter::Feed::State {
  explicit State(IndexWriter::State& owner) : writer(owner) {}

  IndexWriter::State& writer;
  DocumentBuilder builder;
  std::optional<ChunkBuilder> chunk;
  std::optional<Xapian::Database> live;  // a handle of this thread's own
  unsigned live_as_of = ~0U;             // writer.commits when it was opened

  // The history of the record so far, as the last committed state has it.
  RecordHistory history_of(const std::string& id_term) {
    if (writer.generation.empty()) return {};
    if (live_as_of != writer.commits) {
      live.emplace((writer.folder / writer.generation).string(), Xapian::DB_BACKEND_GLASS);
      live_as_of = writer.commits;
    }
    const auto before = live->postlist_begin(id_term);
    if (before == live->postlist_end(id_term)) return {};
    return unpack_record_history(
        live->get_document(*before, Xapian::DOC_ASSUME_VALID).get_value(schema::kHistorySlot));
  }

  void add_history(const Record& record, Xapian::Document& document) {
    RecordHistory history = history_of(id_term(record.id));
    append(version_of(record, writer.options.started), history);
    document.add_value(schema::kHistorySlot, pack(history));
  }

  Result<void> close_chunk() {
    if (!chunk) return {};
    chunk->close();
    writer.staging->take(*chunk);
    chunk.reset();
    return {};
  }

  Result<void> keep(const Xapian::Document& document, ChunkRecord record, std::size_t text_bytes) {
    if (!chunk) chunk.emplace(writer.staging->next_path());
    chunk->add(document, std::move(record), text_bytes);
    const bool is_full = chunk->documents() >= writer.options.chunk_documents ||
                         chunk->terms() >= writer.options.chunk_terms ||
                         chunk->text_bytes() >= writer.options.chunk_text_bytes;
    return is_full ? close_chunk() : Result<void>();
  }
};

IndexWriter::Feed::Feed(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::Feed::~Feed() = default;

Result<void> IndexWriter::Feed::add(const Record& record, std::uint64_t order,
                                    std::string_view origin) {
  if (auto alive = state_->writer.alive(); !alive) return alive;
  auto document =
      guarded(state_->writer.folder, [&] { return state_->builder.build(record, origin); });
  if (!document) return document.error();
  return state_->writer.run([&] {
    state_->add_history(record, document.value());
    return state_->keep(document.value(), {id_term(record.id), order}, record.text.size());
  });
}

Result<void> IndexWriter::Feed::finish() {
  return state_->writer.run([&] { return state_->close_chunk(); });
}

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::~IndexWriter() = default;

Result<std::unique_ptr<IndexWriter>> IndexWriter::open(const fs::path& folder,
                                                       const IndexWriterOptions& options) {
  return guarded(folder, [&]() -> Result<std::unique_ptr<IndexWriter>> {
    if (!options.create) {
      if (auto current = current_generation(folder); !current) return current.error();
    }
    if (auto prepared = prepare_folder(folder); !prepared) return prepared.error();
    auto lock = FolderLock::take(folder);
    if (!lock) return lock.error();
    auto state = std::make_unique<State>(folder, options, std::move(lock.value()));
    if (options.started == 0) state->options.started = std::time(nullptr);
    if (auto opened = state->open_live(); !opened) return opened.error();
    state->tidy();
    state->staging.emplace(folder / kBuildingFolder, options.merge_fan_in);
    return std::unique_ptr<IndexWriter>(new IndexWriter(std::move(state)));
  });
}

std::unique_ptr<IndexWriter::Feed> IndexWriter::make_feed() {
  return std::unique_ptr<Feed>(new Feed(std::make_unique<Feed::State>(*state_)));
}

void IndexWriter::replace_source(std::string_view source, std::string mark) {
  state_->staging->replace_source(source_term(source), std::move(mark));
}

Result<std::string> IndexWriter::mark_of(std::string_view source) const {
  return guarded(state_->folder, [&]() -> Result<std::string> {
    return state_->live ? read_mark(*state_->live, source_term(source)) : std::string();
  });
}

void IndexWriter::remove(std::string_view id, std::uint64_t order) {
  state_->staging->remove(id_term(id), order);
}

void IndexWriter::share(std::string_view source) {
  state_->shared.insert(source_term(source));
}

Result<bool> IndexWriter::holds(std::string_view id) const {
  return guarded(state_->folder, [&]() -> Result<bool> {
    return state_->live && state_->live->term_exists(id_term(id));
  });
}

Result<CommitReport> IndexWriter::commit() {
  return state_->run([&] { return state_->commit(); });
}

Result<CommitReport> IndexWriter::compact() {
  return state_->run([&]() -> Result<CommitReport> {
    auto report = state_->commit();
    if (!report) return report;
    GenerationOptions build;
    build.dense = true;
    if (auto written = state_->write_new_generation({}, state_->live_groups(), build); !written)
      return written.error();
    report.value().new_generation = true;
    return report;
  });
}

}  // namespace rapporteur
