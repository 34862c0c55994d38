// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index/stored_records.h"

#include "searcher/index/find_record.h"

namespace rapporteur {

Result<std::string> StoredRecords::data(Xapian::docid docid) {
  if (overtaken_) return newest(docid);
  try {
    return view_.database.get_document(docid).get_data();
  } catch (const Xapian::DatabaseModifiedError&) {
    if (reader_ == nullptr) throw;
    overtaken_ = true;
  }
  return newest(docid);
}

Result<std::string> StoredRecords::newest(Xapian::docid docid) {
  const std::string id(view_.columns.id(docid));
  return reader_->read([&](const IndexView& view) -> Result<std::string> {
    const Result<Xapian::docid> found = find_record(view, id);
    if (!found.ok()) return found.error();
    return view.database.get_document(*found).get_data();
  });
}

}  // namespace rapporteur
