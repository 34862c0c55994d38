// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which records the words of a question match, and what each word adds to their scores: one walk
// over the postings.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/leaf.h"
#include "searcher/rank/deadline.h"
#include "searcher/rank/doc_set.h"
#include "searcher/rank/postings.h"

namespace rapporteur {

// What is to be matched, bound to the index: words are leaves, facet values are sets of records.
struct MatchNode {
  enum class Kind {
    kAny,
    kAll,
    kNot,
    kMaybe,  // adds to the score, matches every record
    kLeaf,
    kRecords,  // matched without a score
  };
  Kind kind = Kind::kAny;
  std::vector<MatchNode> children;
  Leaf leaf;       // of kLeaf
  DocSet records;  // of kRecords
};

// A leaf that was walked; kept to tell afterwards why a record matched.
struct ScoredLeaf {
  std::string label;
  PostingList list;
  InverseExpectedWeight weight;
  float factor;  // Leaf::weight
  std::vector<std::string> terms;
  bool is_hint = false;  // added to scores, matched nothing

  // What the leaf adds to the score of a record that holds it so often in so many words.
  double score(std::uint32_t frequency, double length) const {
    return factor * weight.score(frequency, length);
  }

  // Occurrences in the record, 0 if it does not hold the leaf.
  std::uint32_t frequency_in(Xapian::docid docid) const;
};

struct Evaluation {
  DocSet matches;
  std::vector<float> scores;  // by docid
  std::vector<ScoredLeaf> leaves;
};

// Evaluates `root`. Leaves under a NOT match without adding a score; `hints` add to the scores and
// match nothing. Throws Xapian::Error and DeadlinePassed.
Evaluation evaluate(const MatchNode& root, const std::vector<Leaf>& hints, const IndexView& view,
                    Deadline& deadline);

}  // namespace rapporteur
