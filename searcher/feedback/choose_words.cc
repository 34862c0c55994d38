// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/feedback/choose_words.h"

#include <algorithm>
#include <cmath>

#include "common/index/terms.h"

namespace rapporteur {

namespace {

// A word that so many of all records hold tells none of them from the others.
constexpr double kMostRecords = 0.25;
constexpr double kFewRecords = 10.0;  // which no word of a small index is too frequent for
// Beside the best word: what is worth less is noise.
constexpr double kLeastWorth = 0.1;
// Of the words of long records, the most frequent ones are looked up.
constexpr std::size_t kLookedUp = 400;

struct Candidate {
  const RecordWord* word = nullptr;
  double worth = 0.0;
};

bool is_better(const Candidate& a, const Candidate& b) {
  return a.worth != b.worth ? a.worth > b.worth : a.word->terms.front() < b.word->terms.front();
}

void keep_best(std::vector<Candidate>& candidates, std::size_t most) {
  const std::size_t kept = std::min(most, candidates.size());
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept),
                    candidates.end(), is_better);
  candidates.resize(kept);
}

bool is_said(const RecordWord& word, const SaidTerms& said) {
  const auto in_any_form = [&](const std::string& term) { return said.contains(term); };
  return std::any_of(word.terms.begin(), word.terms.end(), in_any_form) ||
         std::any_of(word.spellings.begin(), word.spellings.end(), [&](const auto& spelling) {
           return said.contains(exact_term(fold(spelling.first)));
         });
}

// See choose_words(); 0 or less: worth nothing.
double worth(const RecordWord& word, const IndexView& view) {
  const std::string& term = word.terms.front();
  const double all = static_cast<double>(view.columns.record_count());
  const double holding = view.database.get_termfreq(term);
  if (holding > std::max(kMostRecords * all, kFewRecords) || holding <= word.records) return 0.0;
  const double share_of_index = static_cast<double>(view.database.get_collection_freq(term)) /
                                (all * view.columns.mean_length());
  return word.share * std::log2(word.share / share_of_index);
}

}  // namespace

std::vector<Leaf> choose_words(const RecordWords& words, const WordChoice& choice,
                               const SaidTerms& said, const IndexView& view,
                               const Deadline& deadline) {
  std::vector<Candidate> candidates;
  for (const auto& [term, word] : words.words()) {
    if (word.records >= choice.records && !is_said(word, said))
      candidates.push_back({&word, word.frequency});
  }
  keep_best(candidates, kLookedUp);
  for (Candidate& one : candidates) {
    deadline.check_now();
    one.worth = worth(*one.word, view);
  }
  std::erase_if(candidates, [](const Candidate& one) { return one.worth <= 0.0; });
  keep_best(candidates, choice.most);
  std::vector<Leaf> leaves;
  for (const Candidate& one : candidates) {
    if (one.worth < kLeastWorth * candidates.front().worth) break;
    Leaf& leaf = leaves.emplace_back();
    leaf.label = one.word->spelling();
    leaf.terms = one.word->terms;
    leaf.weight = choice.weight * static_cast<float>(one.worth / candidates.front().worth);
  }
  return leaves;
}

}  // namespace rapporteur
