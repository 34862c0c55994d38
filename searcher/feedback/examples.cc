// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/feedback/examples.h"

#include "searcher/index/find_record.h"

namespace rapporteur {

std::vector<Xapian::docid> Examples::all() const {
  std::vector<Xapian::docid> records;
  if (like) records.push_back(*like);
  records.insert(records.end(), relevant.begin(), relevant.end());
  return records;
}

Result<Examples> find_examples(const Question& question, const IndexView& view,
                               const Deadline& deadline) {
  Examples examples;
  DocSet seen(view.columns.size());
  if (question.like) {
    const Result<Xapian::docid> docid = find_record(view, *question.like);
    if (!docid.ok()) return docid.error();
    examples.like = *docid;
    seen = same_publication(view.columns, *docid);
  }
  for (const std::string& id : question.relevant) {
    deadline.check_now();
    const Result<Xapian::docid> docid = find_record(view, id);
    if (!docid.ok()) return docid.error();
    if (seen.contains(*docid)) continue;
    seen |= same_publication(view.columns, *docid);
    examples.relevant.push_back(*docid);
  }
  return examples;
}

DocSet same_publication(const Columns& columns, Xapian::docid docid) {
  DocSet records(columns.size());
  records.insert(columns.checked(docid));
  const GroupColumn& groups = columns.groups();
  const std::uint32_t group = groups.group(docid);
  if (group == GroupColumn::kNone) return records;
  for (const Xapian::docid member : groups.members(group)) records.insert(member);
  return records;
}

}  // namespace rapporteur
