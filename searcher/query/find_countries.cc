// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/find_countries.h"

#include <algorithm>

#include "common/vocabulary/name_forms.h"

namespace rapporteur {

namespace {

constexpr std::uint16_t kName = 0;
constexpr std::size_t kMostWordsWithCues = 200;  // a longer text is no question
constexpr unsigned char kBeyondLatin = 0xCD;     // first byte of U+0340 and what comes behind
constexpr std::size_t kShortAcronym = 2;         // letters; they are written large or are words

bool is_ascii(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x80; });
}

void add(NamedValue name, std::vector<NamedValue>& found) {
  const auto known = std::find_if(found.begin(), found.end(), [&](const NamedValue& other) {
    return other.field == name.field && other.value == name.value && other.range == name.range;
  });
  if (known == found.end()) {
    found.push_back(std::move(name));
  } else {
    known->is_place = known->is_place && name.is_place;  // "Filipinas": the country, women of it
  }
}

}  // namespace

void CountryFinder::Names::add(const std::vector<CountryName>& names, const Countries& countries) {
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
    phrase.keeps_words = phrase.is_place || name.kind == CountryNameKind::kPeople;
    phrase.is_group = name.kind == CountryNameKind::kGroup;
    phrase.needs_capitals =
        name.words.size() == 1 && is_ascii(word) && word.size() <= kShortAcronym;
    add(name.words, std::move(phrase));
  }
  for (const CasedPhrase& none : countries.not_countries()) {
    Phrase phrase;
    phrase.is_none = true;
    add(none.words, std::move(phrase));
  }
}

CountryFinder::CountryFinder(const Countries& countries)
    : state_(new State{countries, {}, {}, {}}) {
  state_->latin.add(countries.latin_names(), countries);
}

const CountryFinder::Names& CountryFinder::names_for(const QuestionTokens& question) const {
  const std::string& folded = question.tokens.folded_text;
  const bool latin = std::all_of(folded.begin(), folded.end(), [](char c) {
    return static_cast<unsigned char>(c) < kBeyondLatin;
  });
  if (latin) return state_->latin;
  std::call_once(state_->all_once,
                 [this] { state_->all.add(state_->countries.names(""), state_->countries); });
  return state_->all;
}

bool CountryFinder::is_person(const QuestionTokens& question, const PhraseMatch& match) const {
  const auto& tokens = question.tokens.list;
  const auto is_title = [&](std::size_t at) {
    return at < tokens.size() && tokens[at].letter_case == LetterCase::kTitle;
  };
  const std::size_t first = match.first;
  if (match.length != 1 || !is_title(first) || tokens.size() > kMostWordsWithCues) return false;
  const auto has_name = [&](const CountryCue& cue) {
    return cue.name.size() == 1 && cue.name.front() == question.tokens.folded(first);
  };
  const auto holds = [&](const CountryCue& cue, std::size_t at) {
    return is_title(at) &&
           std::any_of(cue.phrases.begin(), cue.phrases.end(), [&](const CasedPhrase& phrase) {
             return phrase.words.size() == 1 && phrase.words.front() == question.tokens.folded(at);
           });
  };
  bool may_be = false;
  bool beside_name = false;
  for (const CountryCue& cue : state_->countries.cues()) {
    if (cue.effect == CountryCue::Effect::kPerson) may_be = may_be || has_name(cue);
    if (cue.effect == CountryCue::Effect::kGivenName && first > 0)
      beside_name = beside_name || holds(cue, first - 1);
    if (cue.effect == CountryCue::Effect::kSurname)
      beside_name = beside_name || holds(cue, first + 1);
  }
  return may_be && beside_name;
}

bool CountryFinder::is_spoken_for(const QuestionTokens& question, const PhraseMatch& match,
                                  std::string_view code) const {
  if (question.tokens.list.size() > kMostWordsWithCues) return false;
  std::string spaced = " ";
  for (std::size_t i = 0; i < question.tokens.list.size(); ++i)
    spaced += std::string(question.tokens.folded(i)) + " ";
  const auto is_said = [&](const std::vector<std::string>& words) {
    std::string phrase = " ";
    for (const std::string& word : words) phrase += word + " ";
    return spaced.find(phrase) != std::string::npos;
  };
  for (const CountryCue& cue : state_->countries.cues()) {
    if (cue.effect != CountryCue::Effect::kFor || cue.name.size() != match.length ||
        state_->countries.all()[cue.country].code != code) {
      continue;
    }
    bool same = true;
    for (std::size_t i = 0; i < match.length; ++i)
      same = same && cue.name[i] == question.tokens.folded(match.first + i);
    if (same && std::any_of(cue.phrases.begin(), cue.phrases.end(),
                            [&](const CasedPhrase& phrase) { return is_said(phrase.words); })) {
      return true;
    }
  }
  return false;
}

void CountryFinder::find(const QuestionTokens& question, const std::vector<WordDecision>& decisions,
                         std::vector<NamedValue>& found, std::vector<Choice>& choices) const {
  const Names& names = names_for(question);
  std::vector<PhraseMatcher::WordId> words;
  for (std::size_t i = 0; i < question.tokens.list.size(); ++i) {
    PhraseMatcher::WordId id = names.matcher.word_id(question.tokens.folded(i));
    if (id == PhraseMatcher::kUnknownWord) {
      for (const std::string& shorter : without_arabic_particles(question.tokens.folded(i))) {
        id = names.matcher.word_id(shorter);
        if (id != PhraseMatcher::kUnknownWord) break;
      }
    }
    words.push_back(id);
  }
  std::vector<PhraseMatch> matches;
  names.matcher.find(words, matches);
  const auto decision_on = [&](const PhraseMatch& match) -> const WordDecision* {
    for (const WordDecision& decision : decisions) {
      if (match.length == 1 && decision.token == match.first) return &decision;
    }
    return nullptr;
  };
  std::erase_if(matches, [&](const PhraseMatch& match) {
    const Phrase& phrase = names.phrases[match.value.entry];
    if (phrase.is_none) return false;
    if (const WordDecision* decision = decision_on(match))
      return decision->chosen.facet != "month" && !decision->is("country", phrase.code);
    return phrase.needs_capitals && !question.all_capitals(match);
  });
  longest_only(matches);
  for (std::size_t i = 0; i < matches.size();) {
    std::size_t end = i + 1;
    while (end < matches.size() && matches[end].first == matches[i].first) ++end;
    take(question, names,
         {matches.begin() + static_cast<std::ptrdiff_t>(i),
          matches.begin() + static_cast<std::ptrdiff_t>(end)},
         found, choices);
    i = end;
  }
  for (const WordDecision& decision : decisions) {
    if (decision.chosen.facet != "country") continue;
    const bool in_longer_name =  // "Jersey City"
        std::any_of(matches.begin(), matches.end(), [&](const PhraseMatch& match) {
          return match.length > 1 && match.first <= decision.token &&
                 decision.token < match.first + match.length;
        });
    if (in_longer_name) continue;
    add({FacetField::kCountry, decision.chosen.value, question.range(decision.token, 1)}, found);
  }
}

void CountryFinder::take(const QuestionTokens& question, const Names& names,
                         const std::vector<PhraseMatch>& matches, std::vector<NamedValue>& found,
                         std::vector<Choice>& choices) const {
  const PhraseMatch& place = matches.front();
  const TextRange range = question.range(place.first, place.length);
  Choice choice;
  choice.words = question.text.substr(range.begin, range.end - range.begin);
  bool any_country = false;
  bool any_spoken_for = false;
  bool group = false;
  std::vector<const Phrase*> phrases;
  for (const PhraseMatch& match : matches) {
    const Phrase& phrase = names.phrases[match.value.entry];
    // A phrase that is a name and no name at once ("turkey") is left to the capitals of running
    // text; a question means the country.
    if (phrase.is_none) continue;
    phrases.push_back(&phrase);
    any_country = any_country || !phrase.is_place;
    group = group || phrase.is_group;
    any_spoken_for = any_spoken_for || is_spoken_for(question, match, phrase.code);
  }
  const bool person = !group && is_person(question, place);
  for (const Phrase* phrase : phrases) {
    const bool takes =
        !person && (group || (any_spoken_for ? is_spoken_for(question, place, phrase->code)
                                             : !any_country || !phrase->is_place));
    const Reading reading{"country", phrase->code, {}};
    auto& readings = takes ? choice.taken : choice.others;
    if (std::find(readings.begin(), readings.end(), reading) == readings.end())
      readings.push_back(reading);
    if (!takes) continue;
    NamedValue name{FacetField::kCountry, phrase->code, range};
    name.is_place = phrase->keeps_words;
    add(std::move(name), found);
  }
  std::erase_if(choice.others, [&](const Reading& reading) {
    return std::find(choice.taken.begin(), choice.taken.end(), reading) != choice.taken.end();
  });
  if (person) choice.taken = {{"word", "", ""}};
  const bool open = choice.taken.size() + choice.others.size() > 1;
  if (open && !group) choices.push_back(std::move(choice));
}

}  // namespace rapporteur
