// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index/reader.h"

#include <sys/stat.h>

#include <exception>
#include <filesystem>
#include <system_error>
#include <utility>

#include "common/index/index_folder.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace rapporteur {

namespace {

// Which generation the stub names, without reading it: it is replaced, never rewritten.
struct StubIdentity {
  ino_t inode = 0;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  bool operator==(const StubIdentity&) const = default;
};

StubIdentity look_at_stub(const std::string& path) {
  struct stat status {};
  if (::stat((path + "/" + schema::kStubFile).c_str(), &status) != 0) return {};
  return {status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

}  // namespace

struct IndexReader::Handle {
  Xapian::Database database;
  StubIdentity stub;
  std::string fingerprint;
  std::shared_ptr<const Columns> columns;
};

IndexReader::IndexReader(std::string path) : path_(std::move(path)) {}
IndexReader::~IndexReader() = default;

Result<std::unique_ptr<IndexReader>> IndexReader::open(const std::string& path) {
  if (path.find('\0') != std::string::npos) {
    return Error{ErrorCode::kInvalidInput, "the path of the index holds a NUL character"};
  }
  std::unique_ptr<IndexReader> reader(new IndexReader(path));
  const Result<void> done = reader->run([](const IndexView&) {});
  if (!done.ok()) return done.error();
  return reader;
}

Result<void> IndexReader::run(const std::function<void(const IndexView&)>& work) {
  constexpr int kAttempts = 3;
  for (int attempt = 1;; ++attempt) {
    try {
      std::unique_ptr<Handle> handle = borrow();
      if (Result<void> fresh = refresh(*handle); !fresh.ok()) return fresh;
      work({handle->database, *handle->columns, handle->fingerprint});
      give_back(std::move(handle));
      return {};
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kAttempts) return describe(error, path_);  // two commits overtook one query
    } catch (const Xapian::DatabaseOpeningError& error) {
      // A new generation may be taking the place of the one the stub named a moment ago.
      if (attempt == kAttempts) return describe(error, path_);
    } catch (const Xapian::Error& error) {
      return describe(error, path_);
    } catch (const std::exception& error) {
      return Error{ErrorCode::kInternal,
                   std::string("searching ") + path_ + " failed: " + error.what()};
    }
  }
}

std::unique_ptr<IndexReader::Handle> IndexReader::borrow() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return std::make_unique<Handle>();
  std::unique_ptr<Handle> handle = std::move(idle_.back());
  idle_.pop_back();
  return handle;
}

void IndexReader::give_back(std::unique_ptr<Handle> handle) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(handle));
}

Result<void> IndexReader::refresh(Handle& handle) {
  const StubIdentity stub = look_at_stub(path_);
  if (handle.columns && stub == handle.stub) {
    if (!handle.database.reopen()) return {};
    // The writer that committed may have been of another version.
    if (Result<void> known =
            check_format_mark(handle.database.get_metadata(schema::kFormatKey), path_);
        !known.ok()) {
      return known;
    }
  } else {
    // Xapian opens its files one by one: a link that is turned meanwhile must not mix two indexes.
    std::error_code unresolved;
    const std::filesystem::path place = std::filesystem::canonical(path_, unresolved);
    Result<Xapian::Database> opened = open_index(unresolved ? std::filesystem::path(path_) : place);
    if (!opened.ok()) return opened.error();
    handle.database = std::move(*opened);
    handle.stub = stub;
  }
  handle.fingerprint = handle.database.get_uuid().substr(0, 8) + "-" +
                       std::to_string(handle.database.get_revision()) + "-" +
                       std::to_string(handle.database.get_doccount());
  handle.columns = columns_of(handle);
  return {};
}

std::shared_ptr<const Columns> IndexReader::columns_of(const Handle& handle) {
  const std::lock_guard lock(
      mutex_);  // threads that want the same columns wait for the one that builds them
  if (columns_fingerprint_ != handle.fingerprint) {
    columns_ = Columns::build(handle.database);
    columns_fingerprint_ = handle.fingerprint;
    // Idle handles on an older state would keep its columns in memory and its files on disk.
    std::erase_if(idle_, [&](const auto& idle) { return idle->columns != columns_; });
  }
  return columns_;
}

}  // namespace rapporteur
