// SPDX-License-Identifier: GPL-2.0-or-later
//
// The weight of a word in a record: IneB2 of the divergence-from-randomness family, the best of
// some 200 settings that were compared on seven judged collections.
#pragma once

#include <cmath>

namespace rapporteur {

// How a word is spread over the index.
struct WordStatistics {
  double documents = 0.0;             // records in the index
  double mean_length = 0.0;           // words a record
  double document_frequency = 0.0;    // records that hold the word
  double collection_frequency = 0.0;  // occurrences in all records
};

// Inverse expected document frequency, Bernoulli after-effect, normalisation 2 of the frequency
// with c = 1. G. Amati, C. J. van Rijsbergen: Probabilistic Models of Information Retrieval Based
// on Measuring the Divergence from Randomness, ACM TOIS 20 (2002), and as in Xapian::IneB2Weight.
class InverseExpectedWeight {
 public:
  static constexpr double kC = 1.0;

  explicit InverseExpectedWeight(const WordStatistics& word) : mean_length_(word.mean_length) {
    const double n = word.documents;
    const double f = word.collection_frequency;
    const double expected = n * (1.0 - std::pow((n - 1.0) / n, f));
    idf_ = std::log2((n + 1.0) / (expected + 0.5));
    after_effect_ = (f + 1.0) / word.document_frequency;
    if (idf_ < kLeastIdf) idf_ = kLeastIdf;
  }

  // `frequency` and `length` in words, length > 0.
  double score(double frequency, double length) const {
    const double normalised = frequency * std::log2(1.0 + kC * mean_length_ / length);
    return normalised * idf_ * after_effect_ / (normalised + 1.0);
  }

  double idf() const { return idf_; }

 private:
  // A word that nearly every record holds must not lower a score, nor leave it at zero: it matched.
  static constexpr double kLeastIdf = 0.01;

  double mean_length_;
  double idf_;
  double after_effect_;
};

}  // namespace rapporteur
