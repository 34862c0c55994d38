// SPDX-License-Identifier: GPL-2.0-or-later
//
// From the signatures of all records of an index to its groups of records that are the same
// publication.
//
// In the order of representative.h each record becomes the representative of a group, unless it is
// compare()d to be the same as, or an excerpt of, one that is there already: so each member is like
// its representative itself, and no chain of small steps joins what is different. The outcome is a
// function of the set of records alone. A record with a given `duplicate_of` is not compared: it
// goes where that leads; one that names itself stands for itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "common/index/record_groups.h"
#include "common/record/record.h"
#include "indexer/group/signature.h"

namespace rapporteur {

// Raise it with every change of what is grouped: an index whose groups follow other rules is
// grouped anew at its next commit.
inline constexpr std::uint32_t kGroupingRules = 1;

struct GroupingInput {
  std::vector<Signature> records;  // all records that the index will hold, in any order
  std::vector<bool> changed;       // by number in `records`: new, or with another signature
  std::vector<Signature> gone;     // of records that were removed, or as they were before a change
  RecordGroups previous;           // of the index before
  // Reads the text of records[number]; only few are needed. May throw.
  std::function<Record(std::size_t number)> load;
};

struct GroupingOutcome {
  RecordGroups groups;       // by the representative's key
  std::size_t compared = 0;  // pairs of texts
  // Records that were left ungrouped, since too many of their kind are alike.
  std::size_t given_up = 0;
};

// Reads the texts of those records only that are connected, by what candidates have in common, with
// one that was changed or is gone; the others keep their groups. Memory: some 250 bytes a record,
// and the words of the texts at hand up to a bound.
GroupingOutcome find_groups(const GroupingInput& input);

}  // namespace rapporteur
