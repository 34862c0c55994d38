// SPDX-License-Identifier: GPL-2.0-or-later
//
// list-groups < RECORDS [SAMPLE]: groups the records (JSON Lines, as `rapporteur-index extract`
// prints them) and prints every group, or a sample of so many, to be judged by eye.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

#include "benchmarks/grouping/group_records.h"
#include "common/record/record_json.h"
#include "common/text/utf8.h"

namespace rapporteur {
namespace {

std::string shown(const Record& record) {
  const std::string date =
      record.date && *record.date ? to_iso((*record.date)->interval.from) : "undated";
  std::string start(utf8_prefix(record.text, 160));
  std::replace(start.begin(), start.end(), '\n', ' ');
  return date + " " + record.kind.value_or("") + " " + std::to_string(record.text.size()) +
         " bytes | " + (record.title && *record.title ? **record.title : "(no title)") + " | " +
         start + " | " + record.url.value_or(record.id);
}

int run(std::size_t sample) {
  std::vector<Record> records;
  for (std::string line; std::getline(std::cin, line);) {
    auto read = from_json_line(line);
    if (!read) continue;
    records.push_back(std::move(read->record));
    if (records.back().id.empty()) records.back().id = "line-" + std::to_string(records.size());
  }
  GroupedRecords grouped = group_records(records);
  std::size_t members = 0;
  for (const auto& group : grouped.groups) members += group.size();
  std::printf(
      "%zu records: %zu in %zu groups; %zu texts compared; CPU %.2f s for signatures, %.2f "
      "s for groups\n",
      records.size(), members, grouped.groups.size(), grouped.compared, grouped.signature_seconds,
      grouped.grouping_seconds);
  std::shuffle(grouped.groups.begin(), grouped.groups.end(), std::mt19937(1));
  if (grouped.groups.size() > sample) grouped.groups.resize(sample);
  for (const auto& group : grouped.groups) {
    std::printf("---- %zu records\n", group.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(group.size(), 6); ++i) {
      std::printf("  %s\n", shown(records[group[i]]).c_str());
    }
  }
  return 0;
}

}  // namespace
}  // namespace rapporteur

int main(int argc, char** argv) {
  return rapporteur::run(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : ~std::size_t{0});
}
