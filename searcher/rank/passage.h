// SPDX-License-Identifier: GPL-2.0-or-later
//
// How near to each other the words of a question stand in a record: neighbours of the question that
// are neighbours in the text, and the best passage. Reads positions, so only for the best records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/rank/evaluate.h"
#include "searcher/rank/order.h"

namespace rapporteur {

// What nearness adds to a record's score.
struct Nearness {
  double neighbours = 0.0;
  double passage = 0.0;
  double sum() const { return neighbours + passage; }
};

// One a search. Throws Xapian::Error and DeadlinePassed.
class PassageScorer {
 public:
  static constexpr std::size_t kRecords = 100;  // of an answer, the best ones, are looked at

  // All are kept by reference.
  PassageScorer(const IndexView& view, const Evaluation& words, Deadline& deadline);

  // Adds to the scores of the best kRecords of `records`, which come to the front. Nothing is taken
  // away, so that none of the others comes before them.
  void add_to_best(std::vector<RankedRecord>& records);

  Nearness score(Xapian::docid docid);

 private:
  struct Word {
    const ScoredLeaf* leaf;
    std::size_t place;  // in the question
  };
  struct Occurrence {
    Xapian::termpos position;
    std::uint32_t word;  // in words_
    bool operator==(const Occurrence&) const = default;
  };

  void read_positions(Xapian::docid docid);
  double score_neighbours(double length) const;
  double score_best_passage(double length) const;

  const IndexView& view_;
  Deadline& deadline_;
  std::vector<Word> words_;
  std::vector<Occurrence> occurrences_;  // of one record, by position
};

}  // namespace rapporteur
