// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/records_of.h"

#include "common/index/symbol_term.h"
#include "searcher/facets/filter.h"
#include "searcher/rank/postings.h"

namespace rapporteur {

namespace {

void add_records_saying(std::string_view words, const IndexView& view, WordForms& forms,
                        Deadline& deadline, DocSet& records) {
  Leaf leaf = forms.phrase(words);
  for (PhraseForms& phrase : leaf.phrases) phrase.exact.clear();  // stems will do
  for (const Posting& posting : PostingReader(view, deadline).read(leaf).postings)
    records.insert(posting.docid);
}

}  // namespace

DocSet records_of(const Recognised& one, const IndexView& view, const QuestionNames& names,
                  const std::vector<std::string>& languages, WordForms& forms, Deadline& deadline) {
  if (one.is_date) return records_dated_within(view.columns, one.dates);
  if (one.is_symbol) {
    DocSet records(view.columns.size());
    const std::string term = symbol_term(one.value);
    if (!term.empty()) {  // Xapian's empty term is in every document
      const Xapian::PostingIterator end = view.database.postlist_end(term);
      for (auto posting = view.database.postlist_begin(term); posting != end; ++posting)
        records.insert(view.columns.checked(*posting));
    }
    add_records_saying(one.value, view, forms, deadline, records);
    return records;
  }
  if (one.members.empty()) return records_with_value(view.columns, one.field, one.value);
  DocSet records(view.columns.size());
  for (const std::string& country : one.members)
    records |= records_with_value(view.columns, one.field, country);
  for (const std::string& wording : names.region_wordings(one.value, languages))
    add_records_saying(wording, view, forms, deadline, records);
  return records;
}

}  // namespace rapporteur
