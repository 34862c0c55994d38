// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/word_forms.h"

#include <algorithm>
#include <unordered_map>

#include "common/index/terms.h"
#include "common/text/utf8.h"

namespace rapporteur {

namespace {

// Chosen on the development sets (benchmarks/recall): enough to be found by, too little to come
// before what was typed.
constexpr float kSynonymWeight = 0.3F;
// A word with a hyphen is found as a whole and by its parts: half the weight of a word for each.
constexpr float kHyphenWeight = 0.5F;

void add_unique(std::vector<std::string>& list, std::string value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

// Glued words are one word to their reader: non-governmental, HRC40. An apostrophe divides
// (l'homme).
bool is_joined(const Token& token) {
  return token.glue == Glue::kHyphen || token.glue == Glue::kDigits;
}

}  // namespace

WordForms::WordForms(const std::vector<std::string>& languages, const StopWords& stop_words)
    : languages_(languages), stop_words_(stop_words) {
  stemmer_for("");  // records of unknown language count as English
  stemmers_.try_emplace("", "");
  for (const std::string& language : languages) stemmer_for(language);
}

Stemmer& WordForms::stemmer_for(std::string_view language) {
  if (language.empty()) language = "en";
  const std::vector<std::string>& known = stemmed_languages();
  if (!std::binary_search(known.begin(), known.end(), language)) language = "";
  const auto found = stemmers_.find(language);
  if (found != stemmers_.end()) return found->second;
  return stemmers_.try_emplace(std::string(language), language).first->second;
}

void WordForms::stems_of(std::string_view word, std::vector<std::string>& stems) {
  stems.clear();
  for (auto& [language, stemmer] : stemmers_) {
    add_unique(stems, std::string(stemmer.stem(word)));
    add_unique(stems, std::string(stemmer.stem_without_accents(word)));
  }
}

std::vector<Leaf> WordForms::words(std::string_view text) {
  return leaves(text, stem_term);
}
bool WordForms::only_function_words(std::string_view text) {
  tokenizer_.tokenize(text, tokens_);
  return std::all_of(tokens_.list.begin(), tokens_.list.end(), [&](const Token& token) {
    return stop_words_.is_in_any_list(tokens_.folded(token));
  });
}
std::vector<Leaf> WordForms::title_words(std::string_view text) {
  return leaves(text, title_term);
}

std::vector<Leaf> WordForms::leaves(std::string_view text, TermOf term_of) {
  tokenizer_.tokenize(text, tokens_);
  std::vector<bool> stop = stop_words_.marked(tokens_, languages_);
  if (std::find(stop.begin(), stop.end(), false) == stop.end()) stop.assign(stop.size(), false);

  std::vector<Leaf> leaves;
  std::unordered_map<std::string, std::size_t> seen;  // the first term of each leaf
  std::vector<std::string> stems;
  for (std::size_t first = 0; first < tokens_.list.size();) {
    std::size_t last = first + 1;
    while (last < tokens_.list.size() && is_joined(tokens_.list[last])) ++last;
    const std::uint32_t begin = tokens_.list[first].begin;
    const std::uint32_t end = tokens_.list[last - 1].end;
    const std::string_view label = text.substr(begin, end - begin);
    const bool dropped = last == first + 1 && stop[first];
    if (!dropped) {
      std::string joined;
      for (std::size_t i = first; i < last; ++i) {
        const Token& token = tokens_.list[i];
        joined += word_to_stem(text, tokens_, token);
      }
      Leaf leaf;
      leaf.label = label;
      stems_of(joined, stems);
      for (const std::string& stem : stems) leaf.terms.push_back(term_of(stem));
      if (last > first + 1) leaf.phrases.push_back(phrase_forms(text, first, last, term_of));
      if (has_hyphen(first, last)) leaf.weight = kHyphenWeight;
      const auto [known, is_new] = seen.try_emplace(leaf.terms.front(), leaves.size());
      if (is_new) {
        leaves.push_back(std::move(leaf));
      } else {
        leaves[known->second].weight += leaf.weight;
      }
    }
    first = last;
  }
  return leaves;
}

bool WordForms::has_hyphen(std::size_t first, std::size_t last) const {
  for (std::size_t i = first + 1; i < last; ++i) {
    if (tokens_.list[i].glue == Glue::kHyphen) return true;
  }
  return false;
}

std::vector<Leaf> WordForms::word_parts(std::string_view text) {
  tokenizer_.tokenize(text, tokens_);
  const std::vector<bool> stop = stop_words_.marked(tokens_, languages_);
  std::vector<Leaf> parts;
  std::vector<std::string> stems;
  for (std::size_t i = 0; i < tokens_.list.size(); ++i) {
    const std::size_t end = std::min(i + 2, tokens_.list.size());
    const Token& token = tokens_.list[i];
    const std::string_view folded = tokens_.folded(token);
    const bool number = !folded.empty() && '0' <= folded.front() && folded.front() <= '9';
    if (stop[i] || number || folded.size() < 2 || !has_hyphen(i > 0 ? i - 1 : 0, end)) continue;
    Leaf part;
    part.label = text.substr(token.begin, token.end - token.begin);
    part.weight = kHyphenWeight;
    stems_of(word_to_stem(text, tokens_, token), stems);
    for (const std::string& stem : stems) part.terms.push_back(stem_term(stem));
    parts.push_back(std::move(part));
  }
  return parts;
}

PhraseForms WordForms::phrase_forms(std::string_view text, std::size_t first, std::size_t last,
                                    TermOf term_of) {
  PhraseForms forms;
  forms.in_title = term_of == title_term;
  std::vector<std::string> stems;
  for (std::size_t i = first; i < last; ++i) {
    const Token& token = tokens_.list[i];
    stems_of(word_to_stem(text, tokens_, token), stems);
    std::vector<std::string>& position = forms.stems.emplace_back();
    for (const std::string& stem : stems) position.push_back(term_of(stem));
  }
  return forms;
}

Leaf WordForms::phrase(std::string_view text) {
  tokenizer_.tokenize(text, tokens_);
  Leaf leaf;
  leaf.label = "\"" + collapse_spaces(text) + "\"";
  if (tokens_.list.empty()) return leaf;
  PhraseForms forms = phrase_forms(text, 0, tokens_.list.size(), stem_term);
  for (const Token& token : tokens_.list) forms.exact.emplace_back(tokens_.folded(token));
  leaf.phrases.push_back(std::move(forms));
  return leaf;
}

Leaf WordForms::synonyms(std::string_view said, const std::vector<Synonym>& others) {
  Leaf leaf;
  leaf.label = as_synonym(collapse_spaces(said));
  leaf.weight = kSynonymWeight;
  for (const Synonym& other : others) {
    Stemmer& stemmer = stemmer_for(other.language);
    tokenizer_.tokenize(other.wording, tokens_);
    if (tokens_.list.empty()) continue;
    PhraseForms phrase;
    for (const Token& token : tokens_.list) {
      const std::string word(word_to_stem(other.wording, tokens_, token));
      std::vector<std::string>& position = phrase.stems.emplace_back();
      add_unique(position, stem_term(stemmer.stem(word)));
      add_unique(position, stem_term(stemmer.stem_without_accents(word)));
    }
    if (phrase.stems.size() > 1) {
      leaf.phrases.push_back(std::move(phrase));
    } else {
      for (std::string& term : phrase.stems.front()) add_unique(leaf.terms, std::move(term));
    }
  }
  return leaf;
}

Leaf WordForms::title_phrase(std::string_view text) {
  tokenizer_.tokenize(text, tokens_);
  Leaf leaf;
  leaf.label = "title:\"" + collapse_spaces(text) + "\"";
  if (!tokens_.list.empty())
    leaf.phrases.push_back(phrase_forms(text, 0, tokens_.list.size(), title_term));
  return leaf;
}

std::string WordForms::prefix(std::string_view text) {
  tokenizer_.tokenize(text, tokens_);
  return tokens_.list.size() == 1 ? std::string(tokens_.folded(0)) : std::string();
}

}  // namespace rapporteur
