// SPDX-License-Identifier: GPL-2.0-or-later
//
// How the wordings of a vocabulary meet the words of a text: both are brought into one form, here
// and nowhere else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "common/vocabulary/phrase_matcher.h"

namespace rapporteur {

enum class WordForm : std::uint8_t {
  kName,  // folded; Russian words by their stem, since names decline
  kStem,  // of a given language: English, French and Spanish words without the endings of plural
          // and gender (stems would join caste and cast), others by their Snowball stem
};

// Cuts a wording into words of one form. One a thread.
class PhraseCutter {
 public:
  // `language` (ISO 639-1) matters for kStem only.
  PhraseCutter(WordForm form, std::string_view language);

  // The words of `phrase` (UTF-8), empty if it holds none; `cases`, if given, gets their letter
  // cases.
  std::vector<std::string> cut(std::string_view phrase, std::vector<LetterCase>* cases = nullptr);

 private:
  friend class PhraseReader;
  std::string_view form_of(std::string_view word, std::string_view folded);

  WordForm form_;
  std::string language_;
  Stemmer stemmer_;
  std::string light_;  // what form_of() answered last, if it is no stem of stemmer_
  Tokenizer tokenizer_{UnspacedScripts::kCharacters};
  Tokens tokens_;
};

// Turns the tokens of texts into word ids of one matcher. Remembers words: one a thread.
class PhraseReader {
 public:
  // `matcher` must have been filled with words of the same form and language, and outlive this.
  PhraseReader(const PhraseMatcher& matcher, WordForm form, std::string_view language);

  // The id of a word, as it stands in the text and folded; kUnknownWord if no phrase holds it.
  PhraseMatcher::WordId id_of(std::string_view word, std::string_view folded);

  // Replaces `ids` by those of tokens [first, last) of `text`, cut with
  // UnspacedScripts::kCharacters.
  void read(std::string_view text, const Tokens& tokens, std::size_t first, std::size_t last,
            std::vector<PhraseMatcher::WordId>& ids);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  static constexpr std::size_t kCacheSize = 1u << 16;

  PhraseMatcher::WordId remember(std::string_view word, PhraseMatcher::WordId id);

  const PhraseMatcher* matcher_;
  PhraseCutter cutter_;
  std::unordered_map<std::string, PhraseMatcher::WordId, Hash, std::equal_to<>> cache_;
};

}  // namespace rapporteur
