// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index/reader.h"

#include <sys/stat.h>

#include <exception>

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
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    return Error{ErrorCode::kNotFound,
                 "there is no index " + path +
                     "; make one with rapporteur-index add INPUT... --index " + path};
  }
  if (const Result<std::string> generation = current_generation(path); !generation.ok()) {
    return Error{ErrorCode::kNotAnIndex, generation.error().message};
  }
  std::unique_ptr<IndexReader> reader(new IndexReader(path));
  Result<void> format;
  const Result<void> done = reader->run([&](const IndexView& view) {
    format = check_format_mark(view.database.get_metadata(schema::kFormatKey), path);
  });
  if (!done.ok()) return done.error();
  if (!format.ok()) return format.error();
  return reader;
}

Result<void> IndexReader::run(const std::function<void(const IndexView&)>& work) {
  constexpr int kAttempts = 3;
  for (int attempt = 1;; ++attempt) {
    try {
      std::unique_ptr<Handle> handle = borrow();
      refresh(*handle);
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

void IndexReader::refresh(Handle& handle) {
  const StubIdentity stub = look_at_stub(path_);
  bool changed = true;
  if (handle.columns && stub == handle.stub) {
    changed = handle.database.reopen();
  } else {
    handle.database = Xapian::Database(path_);
    handle.stub = stub;
  }
  if (!changed) return;
  handle.fingerprint = handle.database.get_uuid().substr(0, 8) + "-" +
                       std::to_string(handle.database.get_revision()) + "-" +
                       std::to_string(handle.database.get_doccount());
  handle.columns = columns_of(handle);
}

std::shared_ptr<const Columns> IndexReader::columns_of(const Handle& handle) {
  const std::lock_guard lock(
      mutex_);  // threads that want the same columns wait for the one that builds them
  if (columns_fingerprint_ != handle.fingerprint) {
    columns_ = Columns::build(handle.database);
    columns_fingerprint_ = handle.fingerprint;
  }
  return columns_;
}

}  // namespace rapporteur
