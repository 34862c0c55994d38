// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/facet_score.h"

#include <algorithm>

#include "common/index/packed_facets.h"
#include "common/index/schema.h"
#include "searcher/rank/weight.h"

namespace rapporteur {

namespace {

// A country the piece is about, and one it is full of: in units of a word's score, which is some 2
// to 10.
constexpr double kPrimary = 3.0;
constexpr double kSalience = 2.0;
// Above every sum of word scores that occurs.
constexpr double kBoost = 100.0;
// A facet counts as if its word stood so often in a record of mean length.
constexpr double kFrequency = 2.0;
// What is left of that, and of the country's share, where the words of a long question count too.
constexpr double kMention = 0.5;
constexpr double kMentionedCountry = 0.3;

}  // namespace

FacetScorer::FacetScorer(const Columns& columns, std::vector<FacetSignal> signals)
    : columns_(columns), signals_(std::move(signals)) {
  for (const FacetSignal& signal : signals_) {
    WordStatistics statistics;
    statistics.documents = static_cast<double>(columns.record_count());
    statistics.mean_length = columns.mean_length();
    statistics.document_frequency =
        static_cast<double>(std::max<std::size_t>(1, signal.records.count()));
    statistics.collection_frequency = statistics.document_frequency;
    const InverseExpectedWeight weight(statistics);
    word_weights_.push_back(weight.score(kFrequency, columns.mean_length()));
  }
}

double FacetScorer::score(Xapian::docid docid) const {
  double sum = 0.0;
  for (const FacetSignal& signal : signals_) sum += score(signal, docid);
  return sum;
}

double FacetScorer::score(const FacetSignal& signal, Xapian::docid docid) const {
  if (!signal.records.contains(docid)) return 0.0;
  const bool mention = signal.role == FacetSignal::Role::kMention;
  double sum = word_weights_[static_cast<std::size_t>(&signal - signals_.data())];
  if (mention) sum *= kMention;
  if (signal.role == FacetSignal::Role::kBoost) sum += kBoost;
  const double country = mention ? kMentionedCountry : 1.0;
  if (!signal.countries.empty()) {
    const FacetColumn& countries = columns_.facet(schema::Facet::kCountry);
    const auto values = countries.values(docid);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (std::find(signal.countries.begin(), signal.countries.end(), values[i]) ==
          signal.countries.end()) {
        continue;
      }
      const unsigned char weight = countries.weights(docid)[i];
      sum += country * kSalience * (weight & ~kPrimaryBit) / 127.0;
      if ((weight & kPrimaryBit) != 0) sum += country * kPrimary;
    }
  }
  return sum;
}

}  // namespace rapporteur
