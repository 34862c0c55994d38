// SPDX-License-Identifier: GPL-2.0-or-later
//
// Groups among the Amnesty items, of which some two thousand are there more than once. (That those
// it finds are right was judged by eye; benchmarks/grouping/README.md.)
#include <gtest/gtest.h>
#include <zlib.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "benchmarks/grouping/group_records.h"
#include "common/record/record_json.h"

namespace rapporteur {
namespace {

std::vector<Record> amnesty_items() {
  std::vector<Record> records;
  gzFile file = gzopen(RAPPORTEUR_SHARED_DATA "/amnesty/items.jsonl.gz", "rb");
  if (file == nullptr) return records;
  std::vector<char> buffer(1 << 20);
  while (gzgets(file, buffer.data(), static_cast<int>(buffer.size())) != nullptr) {
    const auto item = nlohmann::json::parse(buffer.data(), nullptr, false);
    if (!item.is_object()) continue;
    nlohmann::json line = {{"id", item["id"]}, {"title", item["title"]}, {"url", item["url"]}};
    line["text"] = item["teaser"].is_string() ? item["teaser"] : nlohmann::json("");
    if (item.contains("date") && item["date"].is_string()) line["date"] = item["date"];
    if (auto read = from_json_line(line.dump())) records.push_back(std::move(read->record));
  }
  gzclose(file);
  return records;
}

TEST(RealGroups, HoldWhatIsEqualAndNothingOfAnotherDay) {
  const std::vector<Record> records = amnesty_items();
  if (records.empty()) GTEST_SKIP() << "needs " RAPPORTEUR_SHARED_DATA "/amnesty";
  const GroupedRecords grouped = group_records(records);
  EXPECT_GE(grouped.groups.size(), 1850U);
  EXPECT_LE(grouped.groups.size(), 2050U);

  std::vector<std::size_t> group_of(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) group_of[i] = i;
  for (const auto& group : grouped.groups) {
    for (const std::size_t member : group) group_of[member] = group.front();
  }
  // Equal to the byte, and long enough to tell something.
  std::map<std::string, std::size_t> first;
  std::size_t equal = 0;
  std::size_t found = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Record& record = records[i];
    if (record.text.size() < 150 || !record.date || !*record.date || !record.title) continue;
    const std::string key =
        to_iso((**record.date).interval.from) + record.title->value_or("") + "\n" + record.text;
    const auto [before, is_new] = first.try_emplace(key, i);
    if (is_new) continue;
    ++equal;
    found += group_of[i] == group_of[before->second];
  }
  EXPECT_GT(equal, 1000U);
  EXPECT_EQ(found, equal);
  for (const auto& group : grouped.groups) {
    for (const std::size_t member : group) {
      const auto& a = records[group.front()].date;
      const auto& b = records[member].date;
      if (!a || !*a || !b || !*b) continue;
      EXPECT_LE(days_from_civil((**b).interval.from) - days_from_civil((**a).interval.to), 3);
    }
  }
}

}  // namespace
}  // namespace rapporteur
