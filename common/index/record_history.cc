// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/record_history.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/index/packed_numbers.h"
#include "common/index/schema.h"

namespace rapporteur {

namespace {

template <typename Version, typename Visit>
void for_each_member(Version& version, Visit visit) {
  visit(version.since);
  visit(version.title);
  visit(version.text);
  visit(version.from);
  visit(version.to);
  visit(version.text_bytes);
}

std::size_t version_bytes() {
  std::size_t bytes = 0;
  RecordVersion version;
  for_each_member(version, [&](const auto& member) { bytes += sizeof member; });
  return bytes;
}

std::uint32_t day_number(CivilDate day) {
  return static_cast<std::uint32_t>(schema::kDayOffset + days_from_civil(day));
}

}  // namespace

RecordVersion version_of(const Record& record, std::int64_t since) {
  RecordVersion version;
  version.since = since;
  if (record.title && *record.title) {
    version.title = XXH3_64bits((*record.title)->data(), (*record.title)->size());
  }
  version.text = XXH3_64bits(record.text.data(), record.text.size());
  version.text_bytes = static_cast<std::uint32_t>(record.text.size());
  if (record.date && *record.date) {
    version.from = day_number((*record.date)->interval.from);
    version.to = day_number((*record.date)->interval.to);
  }
  return version;
}

bool same_version(const RecordVersion& a, const RecordVersion& b) {
  return a.title == b.title && a.text == b.text && a.from == b.from && a.to == b.to;
}

void append(const RecordVersion& version, RecordHistory& history) {
  if (!history.empty() && same_version(history.back(), version)) return;
  if (history.size() >= kMostVersions) history.erase(history.begin() + 1);
  history.push_back(version);
}

std::string pack(const RecordHistory& history) {
  std::string bytes;
  for (const RecordVersion& version : history) {
    for_each_member(version, [&](const auto& member) { append_number(member, bytes); });
  }
  return bytes;
}

RecordHistory unpack_record_history(std::string_view bytes) {
  static const std::size_t size = version_bytes();
  RecordHistory history;
  while (bytes.size() >= size) {
    RecordVersion& version = history.emplace_back();
    for_each_member(version, [&](auto& member) { take_number(bytes, member); });
  }
  return history;
}

}  // namespace rapporteur
