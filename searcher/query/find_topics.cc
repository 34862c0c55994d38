// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/find_topics.h"

#include <algorithm>

#include "common/vocabulary/phrase_reader.h"

namespace rapporteur {

namespace {

std::vector<PhraseMatch> find_in_stems(const PhraseMatcher& matcher, const std::string& language,
                                       const QuestionTokens& question) {
  PhraseReader reader(matcher, WordForm::kStem, language);
  std::vector<PhraseMatcher::WordId> words;
  reader.read(question.text, question.tokens, 0, question.tokens.list.size(), words);
  std::vector<PhraseMatch> matches;
  matcher.find(words, matches);
  return matches;
}

void add_once(NamedValue name, std::vector<NamedValue>& found) {
  const bool known = std::any_of(found.begin(), found.end(), [&](const NamedValue& other) {
    return other.field == name.field && other.value == name.value;
  });
  if (!known) found.push_back(std::move(name));
}

}  // namespace

void find_themes(const Themes& themes, const QuestionTokens& question,
                 std::vector<NamedValue>& found) {
  for (const std::string& language : themes.languages()) {
    const ThemePhrases& phrases = themes.phrases(language);
    std::vector<PhraseMatch> matches = find_in_stems(phrases.matcher, language, question);
    longest_only(matches);
    for (const PhraseMatch& match : matches) {
      const ThemeWording& wording = phrases.wordings[match.value.entry];
      if (wording.match == ThemeMatch::kWeak) continue;
      if (wording.match == ThemeMatch::kExact && !question.all_capitals(match)) continue;
      add_once({FacetField::kTheme, themes.all()[wording.theme].id,
                question.range(match.first, match.length)},
               found);
    }
  }
}

void find_mandates(const Mandates& mandates, const std::vector<std::string>& languages,
                   const QuestionTokens& question, std::vector<NamedValue>& found) {
  for (const std::string& language : languages) {
    std::vector<PhraseMatch> matches =
        find_in_stems(mandates.phrases(language).matcher, language, question);
    longest_only(matches);
    const auto part = [](const PhraseMatch& match) {
      return static_cast<MandatePart>(match.value.kind);
    };
    const bool holder = std::any_of(matches.begin(), matches.end(), [&](const PhraseMatch& match) {
      return part(match) == MandatePart::kHolder || part(match) == MandatePart::kHolderAfter;
    });
    if (!holder) continue;
    const auto is_thematic = [&](const PhraseMatch& match) {
      return part(match) == MandatePart::kTopic && !mandates.all()[match.value.entry].is_country;
    };
    const bool thematic = std::any_of(matches.begin(), matches.end(), is_thematic);
    for (const PhraseMatch& match : matches) {
      if (part(match) != MandatePart::kTopic) continue;
      // "Special rapporteur on torture Myanmar" is one mandate and a country.
      if (thematic && !is_thematic(match)) continue;
      const Mandate& mandate = mandates.all()[match.value.entry];
      add_once({FacetField::kMandate, mandate.id, question.range(match.first, match.length)},
               found);
    }
  }
}

}  // namespace rapporteur
