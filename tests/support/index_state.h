// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index folder holds, read back in full, to be compared with what it should hold.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

#include "common/index/index_folder.h"
#include "common/index/stored_record.h"
#include "common/index/terms.h"
#include "common/record/record_json.h"

namespace rapporteur::testing {

// Id -> JSON line.
using IndexState = std::map<std::string, std::string>;

// Reads every record, checking that the index agrees with itself on the way.
inline IndexState read_index(const std::filesystem::path& folder) {
  IndexState state;
  const auto database = open_index(folder);
  EXPECT_TRUE(database) << database.error().message;
  if (!database) return state;
  try {
    for (auto document = database->postlist_begin(""); document != database->postlist_end("");
         ++document) {
      const auto record = load_record(database->get_document(*document).get_data());
      EXPECT_TRUE(record) << record.error().message;
      if (!record) continue;
      EXPECT_TRUE(state.emplace(record->id, to_json_line(*record)).second)
          << record->id << " is there twice";
      EXPECT_EQ(database->get_termfreq(id_term(record->id)), 1u) << record->id;
      if (!record->source.empty()) {
        EXPECT_GE(database->get_termfreq(source_term(record->source)), 1u) << record->source;
      }
    }
    EXPECT_EQ(state.size(), database->get_doccount());
  } catch (const Xapian::Error& error) {
    ADD_FAILURE() << error.get_description();
  }
  return state;
}

}  // namespace rapporteur::testing
