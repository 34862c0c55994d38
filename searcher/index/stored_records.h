// SPDX-License-Identifier: GPL-2.0-or-later
//
// The stored records of one revision, for as long as an answer takes to be handed out.
#pragma once

#include <rapporteur/result.h>
#include <xapian.h>

#include <optional>
#include <string>

#include "searcher/index/reader.h"

namespace rapporteur {

class StoredRecords {
 public:
  // Reads from `view` alone: throws Xapian::DatabaseModifiedError once two commits have overtaken
  // it.
  explicit StoredRecords(const IndexView& view) : view_(view) {}
  // Once overtaken, reads the newest state that `reader` finds instead. Both are kept by reference.
  StoredRecords(const IndexView& view, IndexReader& reader) : view_(view), reader_(&reader) {}

  // As stored (common/index/stored_record.h); kNotFound if it was removed meanwhile.
  Result<std::string> data(Xapian::docid docid);

  bool were_overtaken() const { return overtaken_; }

 private:
  Result<std::string> newest(Xapian::docid docid);

  const IndexView& view_;
  IndexReader* reader_ = nullptr;
  bool overtaken_ = false;
};

}  // namespace rapporteur
