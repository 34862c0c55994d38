// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index/find_record.h"

#include "common/index/terms.h"
#include "common/text/printable.h"

namespace rapporteur {

Result<Xapian::docid> find_record(const IndexView& view, const std::string& id) {
  const std::string term = id_term(id);
  const Xapian::PostingIterator posting = view.database.postlist_begin(term);
  if (posting == view.database.postlist_end(term)) {
    return Error{ErrorCode::kNotFound, "no record has the id " + quoted(id)};
  }
  return *posting;
}

}  // namespace rapporteur
