// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/show/show.h"

#include <cstdio>

#include "common/index/record_history.h"
#include "common/index/schema.h"
#include "common/index/stored_record.h"
#include "common/record/record_names.h"
#include "searcher/index/find_record.h"
#include "searcher/show/record_json.h"

namespace rapporteur {

namespace {

GroupMember member_of(const Record& record) {
  GroupMember member;
  member.id = record.id;
  if (record.title) member.title = *record.title;
  member.url = record.url;
  member.kind = record.kind.value_or("");
  if (record.date && *record.date) {
    const RecordDate& date = **record.date;
    member.date = HitDate{date.interval, std::string(name_of(date.precision)),
                          std::string(name_of(date.method)), date.evidence};
  }
  return member;
}

std::string utc(std::int64_t seconds) {
  constexpr std::int64_t kDay = 86400;
  const std::int64_t days = seconds / kDay;
  const auto rest = static_cast<int>(seconds % kDay);
  char time[24];
  std::snprintf(time, sizeof time, "T%02d:%02d:%02dZ", rest / 3600, rest / 60 % 60, rest % 60);
  return to_iso(civil_from_days(static_cast<std::int32_t>(days))) + time;
}

std::optional<DateInterval> date_of(const RecordVersion& version) {
  if (version.from == 0) return std::nullopt;
  const auto day = [](std::uint32_t number) {
    return civil_from_days(static_cast<std::int32_t>(number - schema::kDayOffset));
  };
  return DateInterval{day(version.from), day(version.to)};
}

std::vector<std::string> changes(const RecordVersion& before, const RecordVersion& after) {
  std::vector<std::string> changed;
  if (before.title != after.title) changed.emplace_back("title");
  if (before.text != after.text) changed.emplace_back("text");
  if (before.from != after.from || before.to != after.to) changed.emplace_back("date");
  return changed;
}

}  // namespace

Result<std::string> show_record(const IndexView& view, const std::string& id) {
  const auto docid = find_record(view, id);
  if (!docid) return docid.error();
  return record_json(view.columns, *docid, view.database.get_document(*docid).get_data());
}

Result<std::vector<GroupMember>> show_group(const IndexView& view, const std::string& id) {
  const auto docid = find_record(view, id);
  if (!docid) return docid.error();
  const GroupColumn& groups = view.columns.groups();
  const std::uint32_t group = groups.group(*docid);
  const std::vector<Xapian::docid> alone = {*docid};
  std::vector<GroupMember> members;
  for (const Xapian::docid member :
       group == GroupColumn::kNone ? std::span(alone) : groups.members(group)) {
    const auto record = load_record(view.database.get_document(member).get_data());
    if (!record) return record.error();
    members.push_back(member_of(*record));
  }
  members.front().representative = true;
  return members;
}

Result<std::vector<RecordState>> show_history(const IndexView& view, const std::string& id) {
  const auto docid = find_record(view, id);
  if (!docid) return docid.error();
  const RecordHistory history =
      unpack_record_history(view.database.get_document(*docid).get_value(schema::kHistorySlot));
  std::vector<RecordState> states;
  for (std::size_t i = 0; i < history.size(); ++i) {
    const RecordVersion& version = history[i];
    RecordState& state = states.emplace_back();
    state.since = utc(version.since);
    char content[20];
    std::snprintf(content, sizeof content, "%016llx",
                  static_cast<unsigned long long>(version.content()));
    state.content = content;
    state.date = date_of(version);
    state.text_bytes = version.text_bytes;
    if (i > 0) state.changed = changes(history[i - 1], version);
  }
  return states;
}

}  // namespace rapporteur
