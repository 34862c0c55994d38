// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/find_regions.h"

#include <algorithm>
#include <iterator>

#include "common/vocabulary/phrase_reader.h"

namespace rapporteur {

namespace {

// The kinds of phrases in the matcher.
constexpr std::uint16_t kName = 0;
constexpr std::uint16_t kBefore = 1;
constexpr std::uint16_t kAfter = 2;

constexpr std::size_t kShortAcronym = 4;  // bytes: two letters of any alphabet, written large

// Whether nothing but space and an apostrophe parts two tokens.
bool touch(const QuestionTokens& question, std::size_t left, std::size_t right) {
  const std::uint32_t end = question.tokens.list[left].end;
  const std::string_view gap =
      std::string_view(question.text).substr(end, question.tokens.list[right].begin - end);
  return gap.find_first_not_of(" '") == std::string_view::npos || gap == "\u2019";
}

// Takes in the words beside a name that only say that a region is meant: "countries of the Sahel".
void take_in(const QuestionTokens& question, const std::vector<PhraseMatch>& words_beside,
             PhraseMatch& name) {
  std::uint32_t first = name.first;
  std::uint32_t end = name.first + name.length;
  for (const PhraseMatch& word : words_beside) {
    const std::uint32_t word_end = word.first + word.length;
    if (word.value.kind == kBefore && word_end == name.first &&
        touch(question, word_end - 1, name.first)) {
      first = std::min(first, word.first);
    } else if (word.value.kind == kAfter && word.first == name.first + name.length &&
               touch(question, word.first - 1, word.first)) {
      end = std::max(end, word_end);
    }
  }
  name.first = first;
  name.length = end - first;
}

bool overlap(const TextRange& a, const TextRange& b) {
  return a.begin < b.end && b.begin < a.end;
}

}  // namespace

RegionFinder::RegionFinder(Regions regions) : regions_(std::move(regions)) {
  for (const RegionName& name : regions_.names()) matcher_.add(name.words, {kName, 0, name.region});
  for (const RegionWord& word : regions_.words_beside())
    matcher_.add(word.words, {word.after ? kAfter : kBefore, 0, 0});
}

void RegionFinder::find(const QuestionTokens& question, const std::vector<WordDecision>& decisions,
                        std::vector<NamedValue>& found) const {
  PhraseReader reader(matcher_, WordForm::kName, "");
  std::vector<PhraseMatcher::WordId> words;
  reader.read(question.text, question.tokens, 0, question.tokens.list.size(), words);
  std::vector<PhraseMatch> matches;
  matcher_.find(words, matches);
  std::vector<PhraseMatch> words_beside;
  std::copy_if(matches.begin(), matches.end(), std::back_inserter(words_beside),
               [](const PhraseMatch& match) { return match.value.kind != kName; });
  std::erase_if(matches, [&](const PhraseMatch& match) {
    if (match.value.kind != kName) return true;
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
  for (PhraseMatch match : matches) {
    take_in(question, words_beside, match);
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
