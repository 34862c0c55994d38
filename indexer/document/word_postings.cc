// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/word_postings.h"

#include "common/index/terms.h"

namespace rapporteur {

void WordPostings::add_word(const Lexicon& lexicon, Lexicon::Word word, Xapian::termpos position,
                            unsigned weight) {
  if (counts_.size() < lexicon.stems()) counts_.resize(2 * lexicon.stems());
  if (has_exact_.size() < lexicon.exact_forms()) has_exact_.resize(2 * lexicon.exact_forms());
  for (const std::uint32_t stem : {word.stem, word.unaccented}) {
    if (stem == Lexicon::kNone) continue;
    occurrences_.push_back({stem, position});
    StemCount& count = counts_[stem];
    if (count.occurrences++ == 0) stems_.push_back(stem);
    count.extra_weight += weight - 1;
  }
  if (!has_exact_[word.exact]) {
    has_exact_[word.exact] = true;
    exact_forms_.push_back(word.exact);
  }
}

Xapian::termpos WordPostings::add(std::string_view text, const Tokens& tokens, Lexicon& lexicon,
                                  Xapian::termpos position, unsigned weight) {
  for (std::size_t i = 0; i < tokens.list.size(); ++i, ++position) {
    const Token& token = tokens.list[i];
    const std::string_view word = word_to_stem(text, tokens, token);
    add_word(lexicon, lexicon.look_up(word, tokens.folded(token)), position, weight);
    if (i + 1 == tokens.list.size()) continue;
    const Token& next = tokens.list[i + 1];
    if (next.glue != Glue::kHyphen && next.glue != Glue::kDigits) continue;
    joined_word_.assign(word).append(word_to_stem(text, tokens, next));
    joined_folded_.assign(tokens.folded(token)).append(tokens.folded(next));
    add_word(lexicon, lexicon.look_up(joined_word_, joined_folded_), position, weight);
  }
  return position;
}

void WordPostings::move_into(Xapian::Document& document, const Lexicon& lexicon) {
  // Sorts the positions by stem; each stem's stay in order. `occurrences` becomes the place of the
  // next one.
  positions_.resize(occurrences_.size());
  std::uint32_t place = 0;
  for (const std::uint32_t stem : stems_) {
    const std::uint32_t begin = place;
    place += counts_[stem].occurrences;
    counts_[stem].occurrences = begin;
  }
  for (const Occurrence& occurrence : occurrences_) {
    positions_[counts_[occurrence.stem].occurrences++] = occurrence.position;
  }
  std::uint32_t begin = 0;
  for (const std::uint32_t stem : stems_) {
    StemCount& count = counts_[stem];
    const std::string term = stem_term(lexicon.stem(stem));
    while (begin < count.occurrences) document.add_posting(term, positions_[begin++]);
    if (count.extra_weight > 0) document.add_term(term, count.extra_weight);
    count = {};
  }
  for (const std::uint32_t exact : exact_forms_) {
    document.add_boolean_term(exact_term(lexicon.exact(exact)));
    has_exact_[exact] = false;
  }
  occurrences_.clear();
  stems_.clear();
  exact_forms_.clear();
}

}  // namespace rapporteur
