// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/word_postings.h"

#include <functional>

#include "common/index/terms.h"

namespace rapporteur {

std::pair<std::uint32_t, bool> StringNumbers::number(std::string_view text) {
  if (2 * (ends_.size() + 1) > slots_.size()) grow();
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number_plus_one != 0) {
    const std::uint32_t number = slots_[at].number_plus_one - 1;
    if (slots_[at].hash == hash && this->text(number) == text) return {number, false};
    at = (at + 1) & mask;
  }
  bytes_ += text;
  ends_.push_back(bytes_.size());
  slots_[at] = {hash, size()};
  return {size() - 1, true};
}

std::string_view StringNumbers::text(std::uint32_t number) const {
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

void StringNumbers::grow() {
  std::vector<Slot> larger(slots_.empty() ? 1024 : 2 * slots_.size());
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number_plus_one == 0) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].number_plus_one != 0) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

void StringNumbers::clear() {
  // A table that one huge document has blown up would slow down all that follow.
  if (slots_.size() > 64 * (ends_.size() + 256)) {
    slots_.clear();
  } else {
    slots_.assign(slots_.size(), Slot{});
  }
  bytes_.clear();
  ends_.clear();
}

const WordPostings::Stems& WordPostings::stems_of(std::string_view word, std::string_view folded,
                                                  Stemmer& stemmer) {
  const auto [number, is_new] = words_.number(word);
  if (is_new) {
    exact_forms_.number(folded);
    Stems stems;
    // Each view is good until the stemmer's next call.
    const auto number_of_stem = [&](std::string_view stem) {
      return stem.empty() ? kNone : stems_.number(stem).first;
    };
    stems.stem = number_of_stem(stemmer.stem(word));
    if (word != folded) {  // the same for words without accents
      stems.unaccented = number_of_stem(stemmer.stem_without_accents(word));
      if (stems.unaccented == stems.stem) stems.unaccented = kNone;
    }
    stems_of_word_.push_back(stems);
    counts_.resize(stems_.size());
    extra_weights_.resize(stems_.size());
  }
  return stems_of_word_[number];
}

void WordPostings::add_word(std::string_view word, std::string_view folded, Stemmer& stemmer,
                            Xapian::termpos position, unsigned weight) {
  const Stems stems = stems_of(word, folded, stemmer);
  for (const std::uint32_t stem : {stems.stem, stems.unaccented}) {
    if (stem == kNone) continue;
    occurrences_.push_back({stem, position});
    ++counts_[stem];
    extra_weights_[stem] += weight - 1;
  }
}

Xapian::termpos WordPostings::add(std::string_view text, const Tokens& tokens, Stemmer& stemmer,
                                  Xapian::termpos position, unsigned weight) {
  for (std::size_t i = 0; i < tokens.list.size(); ++i, ++position) {
    const Token& token = tokens.list[i];
    const std::string_view word = word_to_stem(text, tokens, token);
    add_word(word, tokens.folded(token), stemmer, position, weight);
    if (i + 1 == tokens.list.size()) continue;
    const Token& next = tokens.list[i + 1];
    if (next.glue != Glue::kHyphen && next.glue != Glue::kDigits) continue;
    joined_word_.assign(word).append(word_to_stem(text, tokens, next));
    joined_folded_.assign(tokens.folded(token)).append(tokens.folded(next));
    add_word(joined_word_, joined_folded_, stemmer, position, weight);
  }
  return position;
}

void WordPostings::move_into(Xapian::Document& document) {
  // Sorted by stem, each stem's positions stay in order: two passes over counts_.
  std::vector<std::uint32_t>& ends = counts_;
  std::uint32_t end = 0;
  for (std::uint32_t& count : ends) {
    const std::uint32_t begin = end;
    end += count;
    count = begin;
  }
  std::vector<Xapian::termpos> positions(occurrences_.size());
  for (const Occurrence& occurrence : occurrences_) {
    positions[ends[occurrence.stem]++] = occurrence.position;
  }
  std::uint32_t begin = 0;
  for (std::uint32_t stem = 0; stem < stems_.size(); ++stem) {
    const std::string term = stem_term(stems_.text(stem));
    for (std::uint32_t i = begin; i < ends[stem]; ++i) document.add_posting(term, positions[i]);
    begin = ends[stem];
    if (extra_weights_[stem] > 0) document.add_term(term, extra_weights_[stem]);
  }
  for (std::uint32_t form = 0; form < exact_forms_.size(); ++form) {
    document.add_boolean_term(exact_term(exact_forms_.text(form)));
  }
  words_.clear();
  stems_of_word_.clear();
  stems_.clear();
  exact_forms_.clear();
  occurrences_.clear();
  counts_.clear();
  extra_weights_.clear();
}

}  // namespace rapporteur
