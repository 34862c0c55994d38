// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sentences with answers, and how well a tagger meets them.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/vocabulary/table.h"
#include "indexer/enrich/subjects.h"

namespace rapporteur {

inline const SubjectVocabularies& vocabularies() {
  static const SubjectVocabularies* const kAll = [] {
    auto loaded = SubjectVocabularies::load();
    EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().message);
    return new SubjectVocabularies(std::move(*loaded));
  }();
  return *kAll;
}

inline std::set<std::string> ids_of(const std::vector<SubjectMention>& mentions) {
  std::set<std::string> ids;
  for (const SubjectMention& mention : mentions) ids.insert(mention.id);
  return ids;
}

inline std::set<std::string> split_ids(std::string_view cell) {
  std::istringstream words{std::string(cell)};
  std::set<std::string> ids;
  for (std::string id; words >> id;) ids.insert(id);
  return ids;
}

inline std::string read_test_file(const std::string& name) {
  std::ifstream file(std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/indexer/enrich/" + name);
  EXPECT_TRUE(file.good()) << name;
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

inline std::string listed(const std::set<std::string>& ids) {
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : " ") + id;
  return "{" + all + "}";
}

// Counts of what was found, missed and invented over many cases.
struct Agreement {
  double right = 0;
  double missed = 0;
  double invented = 0;

  // Adds a case and prints it if found and expected differ.
  void add(const std::set<std::string>& expected, const std::set<std::string>& found,
           const std::string& what) {
    for (const std::string& id : expected) (found.count(id) ? right : missed) += 1;
    for (const std::string& id : found) invented += expected.count(id) ? 0 : 1;
    if (expected != found) {
      std::cout << "  expected " << listed(expected) << " found " << listed(found) << ": " << what
                << "\n";
    }
  }
  double f1() const { return 2 * right / (2 * right + missed + invented); }
};

}  // namespace rapporteur
