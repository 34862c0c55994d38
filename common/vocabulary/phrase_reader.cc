// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/phrase_reader.h"

#include "common/vocabulary/name_forms.h"

namespace rapporteur {

namespace {

bool is_cyrillic(std::string_view word) {
  return !word.empty() && (static_cast<unsigned char>(word[0]) & 0xFC) == 0xD0;
}

bool ends(std::string_view word, std::string_view ending) {
  return word.ends_with(ending);
}

// A folded English word without its plural ending (D. Harman, "How effective is suffixing?", 1991).
// Snowball would join words of different meaning: caste and cast, minority and minor.
void drop_english_plural(std::string& word) {
  if (word.size() < 4 || word.back() != 's' || ends(word, "ss") || ends(word, "us")) return;
  if (ends(word, "ies") && !ends(word, "eies") && !ends(word, "aies")) {
    word.replace(word.size() - 3, 3, "y");
  } else if (ends(word, "sses") || ends(word, "shes") || ends(word, "ches") || ends(word, "xes")) {
    word.resize(word.size() - 2);
  } else {
    word.pop_back();
  }
}

// A folded French or Spanish word without the endings of plural and gender.
void drop_romance_ending(std::string& word, bool spanish) {
  if (word.size() < 4) return;
  if (spanish) {
    if (ends(word, "es") && word.size() > 5) {
      word.resize(word.size() - 2);
    } else if (word.back() == 's') {
      word.pop_back();
    }
    if (word.back() == 'o' || word.back() == 'a' || word.back() == 'e') word.pop_back();
    return;
  }
  if (ends(word, "aux")) {
    word.replace(word.size() - 3, 3, "al");
    return;
  }
  if (word.back() == 's' || word.back() == 'x') word.pop_back();
  if (word.back() == 'e') word.pop_back();
}

}  // namespace

PhraseCutter::PhraseCutter(WordForm form, std::string_view language)
    : form_(form), language_(language), stemmer_(form == WordForm::kName ? "ru" : language) {}

std::string_view PhraseCutter::form_of(std::string_view word, std::string_view folded) {
  if (form_ == WordForm::kName && !is_cyrillic(folded)) return folded;
  if (form_ == WordForm::kStem && (language_ == "en" || language_ == "fr" || language_ == "es")) {
    light_ = folded;
    if (language_ == "en") {
      drop_english_plural(light_);
    } else {
      drop_romance_ending(light_, language_ == "es");
    }
    return light_;
  }
  const std::string_view stem = stemmer_.stem(word);
  return stem.empty() ? folded : stem;
}

std::vector<std::string> PhraseCutter::cut(std::string_view phrase,
                                           std::vector<LetterCase>* cases) {
  tokenizer_.tokenize(phrase, tokens_);
  std::vector<std::string> words;
  if (cases != nullptr) cases->clear();
  for (const Token& token : tokens_.list) {
    words.emplace_back(
        form_of(phrase.substr(token.begin, token.end - token.begin), tokens_.folded(token)));
    if (cases != nullptr) cases->push_back(token.letter_case);
  }
  return words;
}

PhraseReader::PhraseReader(const PhraseMatcher& matcher, WordForm form, std::string_view language)
    : matcher_(&matcher), cutter_(form, language) {}

void PhraseReader::read(std::string_view text, const Tokens& tokens, std::size_t first,
                        std::size_t last, std::vector<PhraseMatcher::WordId>& ids) {
  ids.clear();
  ids.reserve(last - first);
  if (cache_.size() > kCacheSize) cache_.clear();
  for (std::size_t i = first; i < last; ++i) {
    const Token& token = tokens.list[i];
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    const auto known = cache_.find(word);
    ids.push_back(known != cache_.end() ? known->second
                                        : remember(word, id_of(word, tokens.folded(token))));
  }
}

PhraseMatcher::WordId PhraseReader::id_of(std::string_view word, std::string_view folded) {
  PhraseMatcher::WordId id = matcher_->word_id(cutter_.form_of(word, folded));
  if (id == PhraseMatcher::kUnknownWord) {
    for (const std::string& shorter : without_arabic_particles(word)) {
      id = matcher_->word_id(cutter_.form_of(shorter, fold(shorter)));
      if (id != PhraseMatcher::kUnknownWord) break;
    }
  }
  return id;
}

PhraseMatcher::WordId PhraseReader::remember(std::string_view word, PhraseMatcher::WordId id) {
  constexpr std::size_t kLongestWordToRemember = 64;
  if (word.size() <= kLongestWordToRemember) cache_.emplace(word, id);
  return id;
}

}  // namespace rapporteur
