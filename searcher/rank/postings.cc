// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/postings.h"

#include <algorithm>

#include "common/index/terms.h"
#include "searcher/rank/phrase.h"

namespace rapporteur {

namespace {

// Brings what was added behind `sorted` postings into order with them and adds up the frequencies
// of the same record.
void merge_same_records(std::vector<Posting>& postings, std::size_t sorted) {
  if (sorted == 0 || sorted == postings.size()) return;
  std::inplace_merge(postings.begin(), postings.begin() + static_cast<std::ptrdiff_t>(sorted),
                     postings.end(),
                     [](const Posting& a, const Posting& b) { return a.docid < b.docid; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < postings.size(); ++i) {
    if (kept > 0 && postings[kept - 1].docid == postings[i].docid) {
      postings[kept - 1].frequency += postings[i].frequency;
    } else {
      postings[kept++] = postings[i];
    }
  }
  postings.resize(kept);
}

}  // namespace

PostingList PostingReader::read(const Leaf& leaf) {
  PostingList list;
  list.statistics.documents = static_cast<double>(view_.columns.record_count());
  list.statistics.mean_length = view_.columns.mean_length();
  add_terms(leaf.terms, list);
  for (const PhraseForms& phrase : leaf.phrases) add_phrase(phrase, list);
  list.statistics.document_frequency = static_cast<double>(list.postings.size());
  return list;
}

void PostingReader::add_terms(const std::vector<std::string>& terms, PostingList& list) {
  for (const std::string& term : terms) {
    const std::size_t sorted = list.postings.size();
    const Xapian::PostingIterator end = view_.database.postlist_end(term);
    for (auto posting = view_.database.postlist_begin(term); posting != end; ++posting) {
      deadline_.check();
      // Exact forms and title stems are counted once a record: their occurrences are those of the
      // stems already.
      const auto frequency = std::max<std::uint32_t>(1, posting.get_wdf());
      list.postings.push_back({view_.columns.checked(*posting), frequency});
      list.statistics.collection_frequency += frequency;
    }
    merge_same_records(list.postings, sorted);
  }
}

void PostingReader::add_phrase(const PhraseForms& phrase, PostingList& list) {
  const std::size_t sorted = list.postings.size();
  for (const Posting& posting : find_phrase(view_, phrase, deadline_)) {
    list.postings.push_back(posting);
    list.statistics.collection_frequency += posting.frequency;
  }
  merge_same_records(list.postings, sorted);
}

std::vector<std::string> PostingReader::expand_prefix(const std::string& prefix, std::size_t limit,
                                                      bool& more) {
  const std::string start = exact_term(prefix);
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const Xapian::TermIterator end = view_.database.allterms_end(start);
  for (auto term = view_.database.allterms_begin(start); term != end; ++term) {
    deadline_.check();
    found.emplace_back(term.get_termfreq(), *term);
  }
  more = found.size() > limit;
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (more) found.resize(limit);
  std::vector<std::string> terms;
  for (auto& [frequency, term] : found) terms.push_back(std::move(term));
  return terms;
}

}  // namespace rapporteur
