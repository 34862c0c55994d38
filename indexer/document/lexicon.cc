// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/lexicon.h"

namespace rapporteur {

std::uint32_t Lexicon::number_of_stem(std::string_view stem) {
  return stem.empty() ? kNone : stems_.number(stem).first;
}

Lexicon::Word Lexicon::look_up(std::string_view word, std::string_view folded) {
  const auto [number, is_new] = words_.number(word);
  if (!is_new) return entries_[number];
  Word entry;
  entry.exact = exact_forms_.number(folded).first;
  entry.stem = number_of_stem(stemmer_.stem(word));
  if (word != folded) {  // else it has no accents
    entry.unaccented = number_of_stem(stemmer_.stem_without_accents(word));
    if (entry.unaccented == entry.stem) entry.unaccented = kNone;
  }
  entries_.push_back(entry);
  return entry;
}

}  // namespace rapporteur
