// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/spelling/spelling_store.h"

#include <algorithm>

#include "common/index/schema.h"
#include "searcher/facets/fields.h"

namespace rapporteur {

namespace {

// A name that no text of the index holds finds records all the same, by their facet; but a word
// that texts do hold is meant more often.
constexpr std::uint32_t kNameShare = 8;

bool is_latin(std::string_view folded) {
  constexpr unsigned char kBeyondLatin = 0xCD;  // first byte of U+0340 and what comes behind
  return std::all_of(folded.begin(), folded.end(),
                     [](char c) { return static_cast<unsigned char>(c) < kBeyondLatin; });
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_index_words(const IndexView& view, bool latin, SpellingWords& words) {
  const std::string prefix(1, schema::kExactPrefix);
  const Xapian::TermIterator end = view.database.allterms_end(prefix);
  for (auto term = view.database.allterms_begin(prefix); term != end; ++term) {
    const std::string word = (*term).substr(prefix.size());
    if (is_latin(word) == latin && !has_digit(word)) words.add(word, term.get_termfreq());
  }
}

void add_names(const IndexView& view, const QuestionNames& names, bool latin,
               SpellingWords& words) {
  names.visit_words(latin, [&](FacetField field, std::string_view value, std::string_view word) {
    const FacetColumn& column = view.columns.facet(column_of(field));
    const FacetColumn::ValueNumber number = column.number_of(value);
    if (number == FacetColumn::kNoValue || is_latin(word) != latin || has_digit(word)) return;
    const auto records = static_cast<std::uint32_t>(column.records(number).size());
    words.add(word, 1 + records / kNameShare);
  });
}

}  // namespace

std::shared_ptr<const SpellingWords> SpellingStore::words_for(std::string_view folded,
                                                              const IndexView& view,
                                                              const QuestionNames& names) {
  const bool latin = is_latin(folded);
  Cached& cached = latin ? latin_ : others_;
  const std::lock_guard lock(cached.mutex);
  if (cached.words == nullptr || cached.fingerprint != view.fingerprint) {
    auto words = std::make_shared<SpellingWords>();
    add_index_words(view, latin, *words);
    add_names(view, names, latin, *words);
    words->finish();
    cached.words = std::move(words);
    cached.fingerprint = view.fingerprint;
  }
  return cached.words;
}

}  // namespace rapporteur
