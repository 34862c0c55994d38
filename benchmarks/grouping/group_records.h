// SPDX-License-Identifier: GPL-2.0-or-later
//
// Grouping records that are at hand, without an index.
#pragma once

#include <string>
#include <vector>

#include "common/record/record.h"
#include "indexer/group/grouping.h"

namespace rapporteur {

struct GroupedRecords {
  std::vector<std::vector<std::size_t>> groups;  // numbers of records, the representative first
  std::size_t compared = 0;
  double signature_seconds = 0.0;  // CPU of this thread, without cutting the words
  double grouping_seconds = 0.0;
};

// `seconds`, if given, gets the CPU time that the signature took beside cutting the words.
Signature signature_of(const Record& record, double* seconds = nullptr);
GroupedRecords group_records(const std::vector<Record>& records);

}  // namespace rapporteur
