// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/grouping/group_records.h"

#include <ctime>
#include <unordered_map>

#include "common/text/tokenizer.h"
#include "indexer/group/signature_builder.h"

namespace rapporteur {

namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace

Signature signature_of(const Record& record, double* seconds) {
  thread_local Tokenizer tokenizer;
  thread_local Tokens title_words;
  thread_local Tokens words;
  const bool has_title = record.title && *record.title;
  if (has_title) tokenizer.tokenize(**record.title, title_words);
  tokenizer.tokenize(record.text, words);
  const double start = seconds != nullptr ? cpu_seconds() : 0.0;
  SignatureBuilder builder;
  if (has_title) builder.add_title(**record.title, title_words);
  builder.add_text(words);
  const Signature signature = builder.finish(record);
  if (seconds != nullptr) *seconds += cpu_seconds() - start;
  return signature;
}

GroupedRecords group_records(const std::vector<Record>& records) {
  GroupedRecords grouped;
  GroupingInput input;
  for (const Record& record : records) {
    input.records.push_back(signature_of(record, &grouped.signature_seconds));
  }
  input.changed.assign(records.size(), true);
  input.load = [&](std::size_t number) { return records[number]; };
  const double start = cpu_seconds();
  const GroupingOutcome outcome = find_groups(input);
  grouped.grouping_seconds = cpu_seconds() - start;
  grouped.compared = outcome.compared;
  std::unordered_map<std::uint64_t, std::size_t> numbers;
  for (std::size_t i = 0; i < records.size(); ++i) numbers.emplace(input.records[i].id, i);
  for (const RecordGroup& group : outcome.groups.groups) {
    auto& members = grouped.groups.emplace_back();
    for (const std::uint64_t key : group) members.push_back(numbers.at(key));
  }
  return grouped;
}

}  // namespace rapporteur
