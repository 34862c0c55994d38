// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/passage.h"

#include <algorithm>
#include <cmath>

namespace rapporteur {

namespace {

// Of a long question: its rarest words. Of a word in one record: its first occurrences.
constexpr std::size_t kMostWords = 16;
constexpr std::size_t kMostOccurrences = 2000;

// The sequential dependence model (D. Metzler, W. B. Croft: A Markov Random Field Model for Term
// Dependencies, SIGIR 2005): neighbours in the question, as neighbours in the text in that order,
// and within a window of 8. Their shares are flat between .05 and .2 on the development sets.
constexpr Xapian::termpos kWindow = 8;
constexpr double kInOrder = 0.1;
constexpr double kWithinWindow = 0.1;

// The best passage counts as if it were a record, at a share of the whole record's score.
constexpr Xapian::termpos kPassageWords = 150;
constexpr double kPassageShare = 0.2;

}  // namespace

PassageScorer::PassageScorer(const IndexView& view, const Evaluation& words, Deadline& deadline)
    : view_(view), deadline_(deadline) {
  for (std::size_t i = 0; i < words.leaves.size(); ++i) {
    if (!words.leaves[i].terms.empty()) words_.push_back({&words.leaves[i], i});
  }
  if (words_.size() <= kMostWords) return;
  std::stable_sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
    return a.leaf->factor * a.leaf->weight.idf() > b.leaf->factor * b.leaf->weight.idf();
  });
  words_.resize(kMostWords);
  std::sort(words_.begin(), words_.end(),
            [](const Word& a, const Word& b) { return a.place < b.place; });
}

void PassageScorer::add_to_best(std::vector<RankedRecord>& records) {
  if (words_.size() < 2) return;  // one word is near to itself everywhere
  bring_to_front(view_.columns, records, kRecords);
  for (std::size_t i = 0; i < std::min(kRecords, records.size()); ++i) {
    records[i].nearness = score(records[i].docid).sum();
    records[i].score += records[i].nearness;
  }
}

Nearness PassageScorer::score(Xapian::docid docid) {
  if (words_.size() < 2) return {};
  read_positions(docid);
  const double length = view_.columns.length(docid);
  return {score_neighbours(length), score_best_passage(length)};
}

void PassageScorer::read_positions(Xapian::docid docid) {
  occurrences_.clear();
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    if (words_[word].leaf->frequency_in(docid) == 0) continue;
    deadline_.check_now();
    for (const std::string& term : words_[word].leaf->terms) {
      const Xapian::PositionIterator end = view_.database.positionlist_end(docid, term);
      std::size_t count = 0;
      for (auto position = view_.database.positionlist_begin(docid, term);
           position != end && count < kMostOccurrences; ++position, ++count) {
        occurrences_.push_back({*position, word});
      }
    }
  }
  std::sort(occurrences_.begin(), occurrences_.end(), [](const Occurrence& a, const Occurrence& b) {
    return a.position != b.position ? a.position < b.position : a.word < b.word;
  });
  // Several terms of one word may stand in one place: with its accents and without.
  occurrences_.erase(std::unique(occurrences_.begin(), occurrences_.end()), occurrences_.end());
}

double PassageScorer::score_neighbours(double length) const {
  struct Pair {
    double in_order = 0.0;
    double near = 0.0;
  };
  std::vector<Pair> pairs(words_.size());  // by the first of two words
  for (std::size_t i = 0; i < occurrences_.size(); ++i) {
    for (std::size_t j = i + 1; j < occurrences_.size(); ++j) {
      const Xapian::termpos distance = occurrences_[j].position - occurrences_[i].position;
      if (distance >= kWindow) break;
      const std::uint32_t first = std::min(occurrences_[i].word, occurrences_[j].word);
      const std::uint32_t second = std::max(occurrences_[i].word, occurrences_[j].word);
      if (distance == 0 || words_[second].place != words_[first].place + 1) continue;
      pairs[first].near += 1.0;
      if (distance == 1 && occurrences_[i].word == first) pairs[first].in_order += 1.0;
    }
  }
  const double normalised = std::log2(1.0 + view_.columns.mean_length() / length);
  const auto saturated = [&](double count) {
    return count * normalised / (count * normalised + 1.0);
  };
  double sum = 0.0;
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    const ScoredLeaf& a = *words_[i].leaf;
    const ScoredLeaf& b = *words_[i + 1].leaf;
    const double worth =
        0.25 * (a.weight.idf() + b.weight.idf()) * static_cast<double>(a.factor + b.factor);
    sum += worth *
           (kInOrder * saturated(pairs[i].in_order) + kWithinWindow * saturated(pairs[i].near));
  }
  return sum;
}

double PassageScorer::score_best_passage(double length) const {
  const double passage_length = std::min<double>(length, kPassageWords);
  std::vector<std::uint32_t> counts(words_.size(), 0);
  double sum = 0.0;
  const auto change = [&](std::uint32_t word, std::uint32_t count) {
    const ScoredLeaf& leaf = *words_[word].leaf;
    if (counts[word] > 0) sum -= leaf.score(counts[word], passage_length);
    if (count > 0) sum += leaf.score(count, passage_length);
    counts[word] = count;
  };
  double best = 0.0;
  std::size_t first = 0;
  for (const Occurrence& last : occurrences_) {
    change(last.word, counts[last.word] + 1);
    for (; last.position - occurrences_[first].position >= kPassageWords; ++first)
      change(occurrences_[first].word, counts[occurrences_[first].word] - 1);
    best = std::max(best, sum);
  }
  return kPassageShare * best;
}

}  // namespace rapporteur
