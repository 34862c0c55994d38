// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/find_bodies.h"

#include <algorithm>
#include <charconv>

#include "common/vocabulary/phrase_reader.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

constexpr std::size_t kWordsBetween = 6;  // "40th [session of the UN] Human Rights Council"

// The kinds of phrases in the matcher.
constexpr std::uint16_t kName = 0;
constexpr std::uint16_t kContext = 1;
constexpr std::uint16_t kTreatyWord = 2;

bool needs_capitals(const BodyName& name) {
  const bool short_acronym =
      name.words.size() == 1 && name.is_acronym() && name.words.front().size() <= 2;
  return short_acronym || name.match == BodyNameMatch::kTreatyWeak ||
         name.match == BodyNameMatch::kWeak;
}

}  // namespace

Result<BodyFinder> BodyFinder::load(const Bodies& bodies) {
  BodyFinder finder;
  finder.bodies_ = bodies.all();
  for (const BodyName& name : bodies.names()) {
    if (name.match == BodyNameMatch::kShort) continue;  // "the Council": running text tells which
    finder.matcher_.add(name.words, {kName, 0, static_cast<std::uint32_t>(finder.phrases_.size())});
    const bool may_be_treaty =
        name.match == BodyNameMatch::kTreaty || name.match == BodyNameMatch::kTreatyWeak;
    finder.phrases_.push_back({name.body, needs_capitals(name), may_be_treaty, name.context});
  }
  for (std::uint32_t i = 0; i < bodies.contexts().size(); ++i)
    finder.matcher_.add(bodies.contexts()[i].words, {kContext, 0, i});
  for (const BodyCue& word : bodies.treaty_words())
    finder.matcher_.add(word.words, {kTreatyWord, 0, 0});
  const Result<Table> words =
      Table::embedded("bodies/session-words.tsv", {"role", "wording", "value"});
  if (!words.ok()) return words.error();
  for (const auto& row : words->rows()) {
    const std::string wording = fold(row[1]);
    if (row[0] == "session") finder.session_words_.insert(wording);
    int value = 0;
    std::from_chars(row[2].data(), row[2].data() + row[2].size(), value);
    if (row[0] == "number") finder.number_words_.emplace(wording, value);
  }
  return finder;
}

std::size_t BodyFinder::session_word_at(const QuestionTokens& question, std::size_t at) const {
  constexpr std::size_t kLongest = 3;  // characters of 届会议
  std::string word;
  std::size_t length = 0;
  for (std::size_t i = at; i < question.tokens.list.size() && i < at + kLongest; ++i) {
    word += question.tokens.folded(i);
    if (session_words_.count(word) > 0) length = i + 1 - at;
  }
  return length;
}

int BodyFinder::number_at(const QuestionTokens& question, std::size_t at) const {
  const std::string_view word = question.tokens.folded(at);
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error == std::errc() && end == word.data() + word.size()) return number;
  const auto named = number_words_.find(std::string(word));
  return named == number_words_.end() ? 0 : named->second;
}

BodyFinder::Span BodyFinder::with_session(const QuestionTokens& question, const PhraseMatch& match,
                                          const Body& body) const {
  Span span{match.first, match.length, {}};
  const auto is_session = [&](int number) { return number > 0 && number <= body.last_session; };
  const std::size_t behind = match.first + match.length;
  const std::size_t size = question.tokens.list.size();
  std::size_t after = behind;
  if (after < size && question.tokens.folded(after) == "第") ++after;
  if (after < size && is_session(number_at(question, after))) {
    const std::string session = body.id + "-" + std::to_string(number_at(question, after));
    ++after;  // "HRC 40", "Committee against Torture 61st session", "人权理事会第40届会议"
    after += session_word_at(question, after);
    return {match.first, after - match.first, session};
  }
  bool session_word = false;
  for (std::size_t back = 1; back <= kWordsBetween && back <= match.first; ++back) {
    const std::size_t at = match.first - back;
    const int number = number_at(question, at);
    if (session_word && is_session(number)) {
      return {at, behind - at, body.id + "-" + std::to_string(number)};
    }
    session_word =
        session_word || session_words_.count(std::string(question.tokens.folded(at))) > 0;
  }
  return span;
}

void BodyFinder::find(const QuestionTokens& question, const std::vector<WordDecision>& decisions,
                      std::vector<NamedValue>& found, std::vector<Choice>& choices) const {
  PhraseReader reader(matcher_, WordForm::kName, "");
  std::vector<PhraseMatcher::WordId> words;
  reader.read(question.text, question.tokens, 0, question.tokens.list.size(), words);
  std::vector<PhraseMatch> matches;
  matcher_.find(words, matches);
  Surroundings surroundings;
  for (const PhraseMatch& match : matches) {
    if (match.value.kind == kContext) surroundings.contexts.insert(match.value.entry);
    surroundings.treaty = surroundings.treaty || match.value.kind == kTreatyWord;
  }
  std::erase_if(matches, [&](const PhraseMatch& match) {
    return match.value.kind != kName || !counts(question, match, decisions, surroundings);
  });
  longest_only(matches);
  for (const PhraseMatch& match : matches) {
    const Phrase& phrase = phrases_[match.value.entry];
    if (phrase.body == BodyName::kNoBody) continue;
    const Body& body = bodies_[phrase.body];
    const Span span = with_session(question, match, body);
    NamedValue name{FacetField::kBody, body.id, question.range(span.first, span.length)};
    if (!span.session.empty()) {
      name.field = FacetField::kSession;
      name.value = span.session;
    } else if (phrase.may_be_treaty && surroundings.treaty) {
      choices.push_back(
          {std::string(question.text.substr(name.range.begin, name.range.end - name.range.begin)),
           {{"word", "", ""}},
           {{"body", body.id, ""}}});
      continue;
    }
    const bool known = std::any_of(found.begin(), found.end(), [&](const NamedValue& other) {
      return other.field == name.field && other.value == name.value && other.range == name.range;
    });
    if (!known) found.push_back(std::move(name));
  }
}

bool BodyFinder::counts(const QuestionTokens& question, const PhraseMatch& match,
                        const std::vector<WordDecision>& decisions,
                        const Surroundings& surroundings) const {
  const Phrase& phrase = phrases_[match.value.entry];
  if (phrase.body == BodyName::kNoBody) return true;
  for (const WordDecision& decision : decisions) {
    if (match.length == 1 && decision.token == match.first)
      return decision.is("body", bodies_[phrase.body].id);
  }
  if (!phrase.needs_capitals) return true;
  return (match.length == 1 && question.all_capitals(match)) ||
         std::any_of(phrase.contexts.begin(), phrase.contexts.end(), [&](std::uint16_t context) {
           return surroundings.contexts.contains(context);
         });
}

}  // namespace rapporteur
