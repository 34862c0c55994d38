// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/title_words.h"

#include <algorithm>
#include <unordered_map>

#include "common/index/schema.h"
#include "common/index/terms.h"

namespace rapporteur {

namespace {

// The forms under which the words of a title are indexed, and where they stand.
class TitleForms {
 public:
  TitleForms(std::string_view title, const Tokens& tokens, Stemmer& stemmer) {
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
      const Token& token = tokens.list[i];
      const std::string_view word = word_to_stem(title, tokens, token);
      add(schema::kExactPrefix + std::string(tokens.folded(token)), i);
      add(std::string(stemmer.stem(word)), i);
      add(std::string(stemmer.stem_without_accents(word)), i);
    }
  }

  bool hold(const Leaf& leaf) const {
    const auto any_term = [&](const std::string& term) { return !places(term).empty(); };
    const auto any_phrase = [&](const PhraseForms& phrase) { return hold(phrase); };
    return std::any_of(leaf.terms.begin(), leaf.terms.end(), any_term) ||
           std::any_of(leaf.phrases.begin(), leaf.phrases.end(), any_phrase);
  }

 private:
  void add(std::string form, std::size_t place) { places_[std::move(form)].push_back(place); }

  const std::vector<std::size_t>& places(std::string_view term) const {
    static const std::vector<std::size_t> kNowhere;
    if (!term.empty() && term.front() == schema::kTitlePrefix) term.remove_prefix(1);
    const auto found = places_.find(std::string(term));
    return found == places_.end() ? kNowhere : found->second;
  }

  bool stands_at(const std::string& term, std::size_t place) const {
    const std::vector<std::size_t>& here = places(term);
    return std::find(here.begin(), here.end(), place) != here.end();
  }

  bool hold(const PhraseForms& phrase) const {
    const std::size_t length = phrase.exact.empty() ? phrase.stems.size() : phrase.exact.size();
    if (length == 0) return false;
    const auto stands_in_phrase = [&](std::size_t word, std::size_t place) {
      if (!phrase.exact.empty()) return stands_at(schema::kExactPrefix + phrase.exact[word], place);
      const auto& stems = phrase.stems[word];
      return std::any_of(stems.begin(), stems.end(),
                         [&](const std::string& stem) { return stands_at(stem, place); });
    };
    for (const auto& [form, starts] : places_) {
      for (const std::size_t start : starts) {
        std::size_t word = 0;
        while (word < length && stands_in_phrase(word, start + word)) ++word;
        if (word == length) return true;
      }
    }
    return false;
  }

  std::unordered_map<std::string, std::vector<std::size_t>> places_;
};

}  // namespace

std::vector<std::string> TitleWords::held_by(std::string_view title, std::string_view language) {
  std::vector<std::string> labels;
  tokenizer_.tokenize(title, tokens_);
  if (tokens_.list.empty()) return labels;
  const TitleForms forms(title, tokens_, forms_.stemmer_for(language));
  for (const Leaf& leaf : leaves_) {
    if (!forms.hold(leaf)) continue;
    // What stands there as it was typed need not be told as a synonym as well.
    const bool told = std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
      return leaf.label == label || leaf.label == as_synonym(label);
    });
    if (!told) labels.push_back(leaf.label);
  }
  return labels;
}

}  // namespace rapporteur
