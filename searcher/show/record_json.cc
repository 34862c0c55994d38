// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/show/record_json.h"

#include "common/index/stored_record.h"
#include "common/record/record_json.h"

namespace rapporteur {

Result<std::string> record_json(const Columns& columns, Xapian::docid docid,
                                std::string_view data) {
  const GroupColumn& groups = columns.groups();
  const std::uint32_t group = groups.group(docid);
  if (group == GroupColumn::kNone || groups.members(group).front() == docid) {
    return load_record_json(data);
  }
  auto record = load_record(data);
  if (!record) return record.error();
  record->duplicate_of = columns.id(groups.members(group).front());
  return to_json_line(*record);
}

}  // namespace rapporteur
