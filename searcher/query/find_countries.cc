// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/find_countries.h"

#include <algorithm>

namespace rapporteur {

namespace {

constexpr std::uint16_t kName = 0;
constexpr unsigned char kBeyondLatin = 0xCD;  // first byte of U+0340 and what comes behind
constexpr std::size_t kShortAcronym = 2;  // letters; "us" and "uk" are written large or are words

bool is_ascii(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x80; });
}

}  // namespace

void CountryFinder::Names::add(const std::vector<CountryName>& names, const Countries& countries,
                               const std::unordered_set<std::string>& plain_words) {
  const auto add = [&](const std::vector<std::string>& words, Phrase phrase) {
    matcher.add(words, {kName, 0, static_cast<std::uint32_t>(phrases.size())});
    phrases.push_back(std::move(phrase));
  };
  for (const CountryName& name : names) {
    if (name.match == NameMatch::kWeak || name.kind == CountryNameKind::kFigure) continue;
    Phrase phrase;
    phrase.code = countries.all()[name.country].code;
    phrase.is_place =
        name.kind == CountryNameKind::kPlace || name.kind == CountryNameKind::kCapital;
    const std::string& word = name.words.front();
    phrase.needs_capitals = name.words.size() == 1 && is_ascii(word) &&
                            (word.size() <= kShortAcronym || plain_words.count(word) > 0);
    add(name.words, std::move(phrase));
  }
  for (const CasedPhrase& none : countries.not_countries()) {
    Phrase phrase;
    phrase.is_none = true;
    add(none.words, std::move(phrase));
  }
}

CountryFinder::CountryFinder(const Countries& countries,
                             const std::unordered_set<std::string>& plain_words)
    : state_(new State{countries, plain_words, {}, {}, {}}) {
  state_->latin.add(countries.latin_names(), countries, plain_words);
}

const CountryFinder::Names& CountryFinder::names_for(const QuestionTokens& question) const {
  const std::string& folded = question.tokens.folded_text;
  const bool latin = std::all_of(folded.begin(), folded.end(), [](char c) {
    return static_cast<unsigned char>(c) < kBeyondLatin;
  });
  if (latin) return state_->latin;
  std::call_once(state_->all_once, [this] {
    state_->all.add(state_->countries.names(""), state_->countries, state_->plain_words);
  });
  return state_->all;
}

void CountryFinder::find(const QuestionTokens& question, std::vector<NamedValue>& found) const {
  const Names& names = names_for(question);
  std::vector<PhraseMatcher::WordId> words;
  for (std::size_t i = 0; i < question.tokens.list.size(); ++i) {
    words.push_back(names.matcher.word_id(question.tokens.folded(i)));
  }
  std::vector<PhraseMatch> matches;
  names.matcher.find(words, matches);
  std::erase_if(matches, [&](const PhraseMatch& match) {
    return names.phrases[match.value.entry].needs_capitals && !question.all_capitals(match);
  });
  longest_only(matches);
  const auto same_words = [](const PhraseMatch& a, const PhraseMatch& b) {
    return a.first == b.first;
  };
  for (const PhraseMatch& match : matches) {
    const Phrase& phrase = names.phrases[match.value.entry];
    const bool beaten = std::any_of(matches.begin(), matches.end(), [&](const PhraseMatch& other) {
      const Phrase& rival = names.phrases[other.value.entry];
      return same_words(match, other) &&
             (phrase.is_place ? !rival.is_none && !rival.is_place : false);
    });
    // A phrase that is a name and no name at once ("turkey") is left to the capitals of running
    // text; a question means the country.
    if (phrase.is_none || beaten) continue;
    const TextRange range = question.range(match.first, match.length);
    const bool known = std::any_of(found.begin(), found.end(), [&](const NamedValue& other) {
      return other.field == FacetField::kCountry && other.value == phrase.code &&
             other.range == range;
    });
    if (!known) found.push_back({FacetField::kCountry, phrase.code, range});
  }
}

}  // namespace rapporteur
