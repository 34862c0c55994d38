// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which words of the records that tell what is wanted are worth searching for.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "searcher/feedback/record_words.h"
#include "searcher/index/reader.h"
#include "searcher/query/leaf.h"
#include "searcher/rank/deadline.h"

namespace rapporteur {

struct WordChoice {
  std::size_t most = 0;       // words
  std::uint32_t records = 1;  // that must hold a word
  float weight = 1.0F;        // of the best one, beside a word that was typed
};

// Terms that the question says or excludes: they are not chosen.
using SaidTerms = std::set<std::string, std::less<>>;

// The words that tell the records from the rest of the index, the best first, as leaves whose
// weights fall from `choice.weight`. A word w is worth the point of the Kullback-Leibler divergence
// that it makes,
//     p(w) log2(p(w) / c(w)),
// p being its share of the records' words (the relevance model of V. Lavrenko, W. B. Croft:
// Relevance-Based Language Models, SIGIR 2001), c its share of the index's; weights are the worths
// divided by the highest one (C. Carpineto, R. de Mori, G. Romano, B. Bigi: An
// Information-Theoretic Approach to Automatic Query Expansion, ACM TOIS 19, 2001). Words that a
// quarter of all records hold, such as the publisher's name, and words that no other record holds
// are left out. Throws Xapian::Error and DeadlinePassed.
std::vector<Leaf> choose_words(const RecordWords& words, const WordChoice& choice,
                               const SaidTerms& said, const IndexView& view,
                               const Deadline& deadline);

}  // namespace rapporteur
