// SPDX-License-Identifier: GPL-2.0-or-later
//
// A small index of records that a test wrote, and a searcher on it.
#pragma once

#include <gtest/gtest.h>
#include <rapporteur/searcher.h>

#include <string>
#include <vector>

#include "common/record/record.h"
#include "indexer/index/index_writer.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur::testing {

// A record as indexing would have worked it out; members that a test does not care about are given
// as "none".
inline Record made_record(std::string id, std::string title, std::string text) {
  Record record;
  record.id = std::move(id);
  record.source = "made.jsonl";
  record.kind = "article";
  record.title = std::optional<std::string>(std::move(title));
  record.text = std::move(text);
  record.language = std::optional<std::string>("en");
  record.date = std::optional<RecordDate>();
  record.countries.emplace();
  record.bodies.emplace();
  record.sessions.emplace();
  record.mandates.emplace();
  record.themes.emplace();
  return record;
}

inline Record& dated(Record& record, const char* iso) {
  RecordDate date;
  date.interval = *parse_iso_interval(iso);
  const std::size_t length = std::string_view(iso).size();
  date.precision = length == 4   ? DatePrecision::kYear
                   : length == 7 ? DatePrecision::kMonth
                                 : DatePrecision::kDay;
  record.date = std::optional<RecordDate>(date);
  return record;
}

class MadeIndex {
 public:
  explicit MadeIndex(const std::vector<Record>& records) { add(records); }

  void add(const std::vector<Record>& records) {
    auto writer = IndexWriter::open(folder_.path() / "index");
    ASSERT_TRUE(writer.ok()) << writer.error().message;
    auto feed = (*writer)->make_feed();
    std::uint64_t order = 0;
    for (const Record& record : records) ASSERT_TRUE(feed->add(record, order++).ok());
    ASSERT_TRUE(feed->finish().ok());
    const auto committed = (*writer)->commit();
    ASSERT_TRUE(committed.ok()) << committed.error().message;
  }

  std::string path() const { return folder_ / "index"; }

  Searcher searcher() const {
    Result<Searcher> opened = Searcher::open(path());
    if (!opened.ok()) throw std::runtime_error(opened.error().message);
    return std::move(*opened);
  }

 private:
  TemporaryFolder folder_;
};

inline std::vector<std::string> ids(const Answer& answer, bool tail = false) {
  std::vector<std::string> found;
  for (const Hit& hit : answer.hits) {
    if (hit.tail == tail) found.push_back(hit.id);
  }
  return found;
}

}  // namespace rapporteur::testing
