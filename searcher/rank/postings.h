// SPDX-License-Identifier: GPL-2.0-or-later
//
// Walking the index: which records hold a leaf, and how often.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/index/reader.h"
#include "searcher/query/leaf.h"
#include "searcher/rank/deadline.h"
#include "searcher/rank/weight.h"

namespace rapporteur {

struct Posting {
  Xapian::docid docid = 0;
  std::uint32_t frequency = 0;  // occurrences of the leaf in the record
};

// All records that hold a leaf, ascending, and how it is spread.
struct PostingList {
  std::vector<Posting> postings;
  WordStatistics statistics;
};

// One search's access to the postings; throws Xapian::Error and DeadlinePassed.
class PostingReader {
 public:
  PostingReader(const IndexView& view, Deadline& deadline) : view_(view), deadline_(deadline) {}

  PostingList read(const Leaf& leaf);

  // The most frequent exact forms that begin with `prefix` (folded), as terms, at most `limit`;
  // `more` tells whether there were others.
  std::vector<std::string> expand_prefix(const std::string& prefix, std::size_t limit, bool& more);

 private:
  void add_terms(const std::vector<std::string>& terms, PostingList& list);
  void add_phrase(const PhraseForms& phrase, PostingList& list);

  const IndexView& view_;
  Deadline& deadline_;
};

}  // namespace rapporteur
