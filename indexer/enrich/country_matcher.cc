// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/country_matcher.h"

#include <algorithm>
#include <unordered_set>

#include "common/vocabulary/country_names.h"
#include "common/vocabulary/name_forms.h"

namespace rapporteur {

namespace {

// "US$ 5 million" is money, not a country.
bool is_money(std::string_view text, const Token& token) {
  std::size_t at = token.end;
  if (at < text.size() && text[at] == ' ') ++at;
  return at < text.size() && text[at] == '$';
}

bool is_word_in_capitals(const Token& token) {
  return token.letter_case == LetterCase::kUpper && token.end - token.begin > 1;
}

// "WILL THEY JOIN US NOW": in a run of capitals an acronym is as likely a word.
bool stands_in_capitals(std::string_view text, const Tokens& tokens, std::uint32_t at) {
  if (at == 0 || tokens.list[at].sentence_start) return false;
  const Token& before = tokens.list[at - 1];
  if (!is_word_in_capitals(before)) return false;
  if (tokens.list[at].begin != before.end + 1 || text[before.end] != ' ') return false;
  const std::string_view word = tokens.folded(before);
  return word != "the" && word != "and" && word != "in" && word != "by" && word != "un";
}

bool is_arabic(std::string_view word) {
  return !word.empty() && (static_cast<unsigned char>(word[0]) & 0xFC) == 0xD8;
}

}  // namespace

CountryMatcher::CountryMatcher(const Countries& countries, std::string_view language)
    : names_(&countries.names(language)),
      not_countries_(&countries.not_countries()),
      capital_nouns_(language == "de") {
  std::unordered_set<std::string> personal;
  for (const CountryCue& cue : countries.cues()) {
    if (cue.effect == CountryCue::Effect::kPerson) personal.insert(joined(cue.name));
    for (const CasedPhrase& phrase : cue.phrases) {
      phrases_.add(phrase.words, {kCue, 0, static_cast<std::uint32_t>(cue_phrases_.size())});
      cue_phrases_.emplace_back(&cue, &phrase);
    }
  }
  for (std::size_t i = 0; i < names_->size(); ++i) {
    const CountryName& name = (*names_)[i];
    phrases_.add(name.words, {kName, 0, static_cast<std::uint32_t>(i)});
    personal_.push_back(personal.contains(joined(name.words)));
  }
  for (std::size_t i = 0; i < not_countries_->size(); ++i) {
    phrases_.add((*not_countries_)[i].words, {kNotCountry, 0, static_cast<std::uint32_t>(i)});
  }
}

bool CountryMatcher::is_personal(const CountryName& name) const {
  const auto at = static_cast<std::size_t>(&name - names_->data());
  return at < personal_.size() && personal_[at];
}

PhraseMatcher::WordId CountryMatcher::word_id(std::string_view folded) const {
  PhraseMatcher::WordId id = phrases_.word_id(folded);
  if (id != PhraseMatcher::kUnknownWord || !is_arabic(folded)) return id;
  for (const std::string& shorter : without_arabic_particles(folded)) {
    id = phrases_.word_id(shorter);
    if (id != PhraseMatcher::kUnknownWord) break;
  }
  return id;
}

void CountryMatcher::find(std::string_view text, const Tokens& tokens,
                          std::span<const PhraseMatcher::WordId> ids,
                          std::vector<NameFound>& names, std::vector<CueFound>& cues) const {
  names.clear();
  cues.clear();
  std::vector<PhraseMatch> matches;
  phrases_.find(ids, matches);

  std::uint32_t next_free = 0;
  for (std::size_t i = 0; i < matches.size();) {
    const std::uint32_t first = matches[i].first;
    const Token* const found = &tokens.list[first];
    NameFound best;
    std::uint32_t blocked = 0;  // length of the longest phrase that is no country
    for (; i < matches.size() && matches[i].first == first; ++i) {
      const PhraseMatch& match = matches[i];
      if (match.value.kind == kCue) {
        const auto& [cue, phrase] = cue_phrases_[match.value.entry];
        if (has_capitals(phrase->cases, found)) cues.push_back({first, cue});
        continue;
      }
      if (first < next_free) continue;
      if (match.value.kind == kNotCountry) {
        const CasedPhrase& phrase = (*not_countries_)[match.value.entry];
        const bool agrees =
            !phrase.cased ||
            (has_capitals(phrase.cases, found) &&
             (phrase.cases.back() != LetterCase::kUpper || has_same_cases(phrase.cases, found)));
        if (agrees) blocked = std::max(blocked, match.length);
        continue;
      }
      const CountryName& name = (*names_)[match.value.entry];
      const bool agrees = name.match == NameMatch::kAny ||
                          (name.match == NameMatch::kExact ? has_same_cases(name.cases, found)
                                                           : has_capitals(name.cases, found));
      if (!agrees) continue;
      if (name.kind == CountryNameKind::kAcronym && match.length == 1 &&
          (is_money(text, *found) || stands_in_capitals(text, tokens, first))) {
        continue;
      }
      if (match.length > best.length) {
        best = {first, match.length, {&name}};
      } else if (match.length == best.length) {
        best.meanings.push_back(&name);
      }
    }
    if (first < next_free) continue;
    if (blocked >= best.length) {
      if (blocked > 0) next_free = first + blocked;
    } else {
      next_free = first + best.length;
      names.push_back(std::move(best));
    }
  }
}

}  // namespace rapporteur
