// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/find_regions.h"

#include <algorithm>

#include "common/vocabulary/phrase_reader.h"

namespace rapporteur {

namespace {

constexpr std::size_t kShortAcronym = 4;  // bytes: two letters of any alphabet, written large

bool overlap(const TextRange& a, const TextRange& b) {
  return a.begin < b.end && b.begin < a.end;
}

}  // namespace

RegionFinder::RegionFinder(Regions regions) : regions_(std::move(regions)) {
  for (const RegionName& name : regions_.names()) matcher_.add(name.words, {0, 0, name.region});
}

void RegionFinder::find(const QuestionTokens& question, const std::vector<WordDecision>& decisions,
                        std::vector<NamedValue>& found) const {
  PhraseReader reader(matcher_, WordForm::kName, "");
  std::vector<PhraseMatcher::WordId> words;
  reader.read(question.text, question.tokens, 0, question.tokens.list.size(), words);
  std::vector<PhraseMatch> matches;
  matcher_.find(words, matches);
  std::erase_if(matches, [&](const PhraseMatch& match) {
    for (const WordDecision& decision : decisions) {
      if (match.length == 1 && decision.token == match.first)
        return !decision.is("region", regions_.all()[match.value.entry].id);
    }
    const std::string_view word = question.tokens.folded(match.first);
    const bool latin = static_cast<unsigned char>(word.front()) < 0x80;
    const bool acronym = match.length == 1 &&
                         word.size() <= (latin ? kShortAcronym / 2 + 1 : kShortAcronym) &&
                         question.tokens.list[match.first].letter_case != LetterCase::kNone;
    return acronym && !question.all_capitals(match);
  });
  longest_only(matches);
  for (const PhraseMatch& match : matches) {
    const Region& region = regions_.all()[match.value.entry];
    NamedValue name{FacetField::kCountry, region.id, question.range(match.first, match.length)};
    name.members = region.members;
    name.is_organisation = region.is_organisation;
    const std::size_t length = name.range.end - name.range.begin;
    const auto covers = [&](const NamedValue& other) {
      return overlap(other.range, name.range) && other.field != FacetField::kTheme &&
             other.range.end - other.range.begin >= length;
    };
    if (std::any_of(found.begin(), found.end(), covers)) continue;
    std::erase_if(found, [&](const NamedValue& other) {
      return other.field == FacetField::kCountry && overlap(other.range, name.range);
    });
    found.push_back(std::move(name));
  }
}

}  // namespace rapporteur
