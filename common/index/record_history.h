// SPDX-License-Identifier: GPL-2.0-or-later
//
// Since when a record has been in the index, and when it changed: kept in a value slot of its
// document (schema::kHistorySlot), so that it is committed and lost with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/record/record.h"

namespace rapporteur {

// A record as it was from one run of `add` on. The words themselves are not kept.
struct RecordVersion {
  std::int64_t since = 0;   // seconds since 1970-01-01 UTC: when the run began
  std::uint64_t title = 0;  // XXH3 of its bytes; 0: none
  std::uint64_t text = 0;   // the same of the text
  std::uint32_t from = 0;   // the date's ends as in the date slots, 0: undated
  std::uint32_t to = 0;
  std::uint32_t text_bytes = 0;

  // Of title and text together.
  std::uint64_t content() const { return title * 0x9E3779B97F4A7C15ULL ^ text; }
};

RecordVersion version_of(const Record& record, std::int64_t since);

// Whether title, text and date are the same.
bool same_version(const RecordVersion& a, const RecordVersion& b);

// The earliest version and the latest ones, oldest first; 36 bytes a version.
using RecordHistory = std::vector<RecordVersion>;
inline constexpr std::size_t kMostVersions = 32;

// Adds `version` unless it is the same as the last one; of too many the second is forgotten.
void append(const RecordVersion& version, RecordHistory& history);

std::string pack(const RecordHistory& history);
// Stops at bytes that make no sense.
RecordHistory unpack_record_history(std::string_view bytes);

}  // namespace rapporteur
