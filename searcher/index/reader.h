// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reading an index that a writer may change at any moment: handles for threads, the newest
// committed state for each call, and the one place where Xapian's exceptions become Errors.
#pragma once

#include <rapporteur/result.h>
#include <xapian.h>

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "searcher/index/columns.h"

namespace rapporteur {

// One state of the index as one thread sees it during one call.
struct IndexView {
  const Xapian::Database& database;
  const Columns& columns;
  std::string fingerprint;  // of the revision
};

// Safe from any number of threads. Xapian's objects are not, so each call borrows a Database of its
// own from a pool.
class IndexReader {
 public:
  // See Searcher::open for the errors.
  static Result<std::unique_ptr<IndexReader>> open(const std::string& path);
  ~IndexReader();

  // Calls `work(view)`, which answers a Result, on the newest committed state. If a writer's commit
  // overtakes it, it is called once more on the newer state: `work` must not have effects but its
  // answer.
  template <typename Work>
  auto read(Work work) -> std::invoke_result_t<Work, const IndexView&> {
    std::invoke_result_t<Work, const IndexView&> answer =
        Error{ErrorCode::kInternal, "nothing was read"};
    const Result<void> done = run([&](const IndexView& view) { answer = work(view); });
    if (!done.ok()) return done.error();
    return answer;
  }

 private:
  struct Handle;
  explicit IndexReader(std::string path);

  Result<void> run(const std::function<void(const IndexView&)>& work);
  std::unique_ptr<Handle> borrow();
  void give_back(std::unique_ptr<Handle> handle);
  Result<void> refresh(Handle& handle);
  std::shared_ptr<const Columns> columns_of(const Handle& handle);

  std::string path_;
  std::mutex mutex_;  // guards what follows
  std::vector<std::unique_ptr<Handle>> idle_;
  std::string columns_fingerprint_;
  std::shared_ptr<const Columns> columns_;
};

}  // namespace rapporteur
