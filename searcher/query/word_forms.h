// SPDX-License-Identifier: GPL-2.0-or-later
//
// From the words of a question to the terms of the index: the same text analysis as the indexer's,
// in every language the index holds, since two words do not tell their language.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "searcher/query/leaf.h"
#include "searcher/query/stop_words.h"
#include "searcher/query/synonyms.h"

namespace rapporteur {

// One a thread.
class WordForms {
 public:
  // `languages`: ISO 639-1 codes of the index's records. `stop_words` is kept by reference.
  WordForms(const std::vector<std::string>& languages, const StopWords& stop_words);

  // A leaf for each different word of `text` (valid UTF-8); function words are left out unless
  // nothing else is left; a word that is said twice counts twice. Words written together or with a
  // hyphen (non-governmental, HRC40) are one leaf.
  std::vector<Leaf> words(std::string_view text);

  // The parts of those of its words that are written with a hyphen: "multi" and "party" of
  // multi-party.
  std::vector<Leaf> word_parts(std::string_view text);

  // True if `text` holds nothing but function words: "of the", "du sur la".
  bool only_function_words(std::string_view text);

  // The words of `text` in this order and exactly as written (folded).
  Leaf phrase(std::string_view text);

  // Synonyms of what the question says, as one leaf: each as a word or phrase of its own language.
  Leaf synonyms(std::string_view said, const std::vector<Synonym>& others);

  // The words of `text`, in titles only.
  std::vector<Leaf> title_words(std::string_view text);
  Leaf title_phrase(std::string_view text);

  // `text` folded as a prefix of exact forms: "reprisal" for reprisal*. Empty if it holds no letter
  // or digit, or more than one word.
  std::string prefix(std::string_view text);

  // The stemmer that a record of `language` (ISO 639-1, empty: unknown) was indexed with. Lives as
  // long as this.
  Stemmer& stemmer_for(std::string_view language);

 private:
  // The term of a stem: of the text, or of the title.
  using TermOf = std::string (*)(std::string_view stem);

  std::vector<Leaf> leaves(std::string_view text, TermOf term_of);
  PhraseForms phrase_forms(std::string_view text, std::size_t first, std::size_t last,
                           TermOf term_of);

  // Whether any of the tokens from `first` on, up to `last`, is glued to the one before by a
  // hyphen.
  bool has_hyphen(std::size_t first, std::size_t last) const;
  void stems_of(std::string_view word, std::vector<std::string>& stems);

  std::map<std::string, Stemmer, std::less<>> stemmers_;  // by language; "" for those without one
  std::vector<std::string> languages_;
  const StopWords& stop_words_;
  Tokenizer tokenizer_;
  Tokens tokens_;
};

}  // namespace rapporteur
