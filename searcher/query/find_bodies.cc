// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/find_bodies.h"

#include <algorithm>
#include <charconv>

#include "common/vocabulary/name_forms.h"
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

// "40e", "40-я", "40º": what stands behind digits without a space.
bool is_ordinal_ending(const QuestionTokens& question, std::size_t at) {
  const Token& token = question.tokens.list[at];
  const std::string_view word = question.tokens.folded(at);
  constexpr std::size_t kLongest = 6;  // bytes
  return token.glue != Glue::kNone && word.size() <= kLongest && word != "届" &&
         !(word.front() >= '0' && word.front() <= '9');
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
    if (row[0] == "number" || row[0] == "times")
      finder.number_words_.try_emplace(wording, NumberWord{value, row[0] == "times"});
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

BodyFinder::Number BodyFinder::number_at(const QuestionTokens& question, std::size_t first) const {
  constexpr std::size_t kMostWords = 8;
  const auto& tokens = question.tokens.list;
  const std::string_view digits = question.tokens.folded(first);
  Number number;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
  if (error == std::errc() && end == digits.data() + digits.size()) {
    number.length = 1;
    number.is_bare = true;
    if (first + 1 < tokens.size() && is_ordinal_ending(question, first + 1)) {
      number.length = 2;
      number.is_bare = false;
    }
    return number;
  }
  int sum = 0;
  int current = 0;
  for (std::size_t at = first; at < tokens.size() && at < first + kMostWords; ++at) {
    auto word = number_words_.find(std::string(question.tokens.folded(at)));
    if (word == number_words_.end() && at > first) {  // "الحادية والأربعون"
      for (const std::string& shorter : without_arabic_particles(question.tokens.folded(at))) {
        word = number_words_.find(shorter);
        if (word != number_words_.end()) break;
      }
    }
    if (word == number_words_.end()) break;
    if (word->second.times) {
      sum += std::max(current, 1) * word->second.value;
      current = 0;
    } else {
      current += word->second.value;
    }
    number.length = at + 1 - first;
  }
  number.value = sum + current;
  return number;
}

BodyFinder::Span BodyFinder::with_session(const QuestionTokens& question, const PhraseMatch& match,
                                          const Body& body) const {
  Span span{match.first, match.length, {}};
  const auto is_session = [&](const Number& number) {
    return number.length > 0 && number.value > 0 && number.value <= body.last_session;
  };
  const auto id_of = [&](const Number& number) {
    return body.id + "-" + std::to_string(number.value);
  };
  const std::size_t behind = match.first + match.length;
  const std::size_t size = question.tokens.list.size();
  std::size_t after = behind;
  if (after < size && question.tokens.folded(after) == "第") ++after;
  if (const Number number = after < size ? number_at(question, after) : Number{};
      is_session(number)) {
    // "HRC 40", "Committee against Torture 61st session", "人权理事会第四十届会议"; not "UPR third
    // cycle"
    after += number.length;
    const std::size_t session_word = session_word_at(question, after);
    if (number.is_bare || session_word > 0)
      return {match.first, after + session_word - match.first, id_of(number)};
  }
  bool session_word = false;
  for (std::size_t back = 1; back <= kWordsBetween && back <= match.first; ++back) {
    std::size_t at = match.first - back;
    if (session_word && is_session(number_at(question, at))) {
      // It may begin before: "thirty-ninth".
      while (at > 0 && at - 1 + number_at(question, at - 1).length > match.first - back) --at;
      const Number number = number_at(question, at);
      if (is_session(number)) return {at, behind - at, id_of(number)};
    }
    // "الدورة الأربعون لمجلس حقوق الإنسان"
    const Number number = number_at(question, at);
    if (at > 0 && is_session(number) && at + number.length <= match.first &&
        session_words_.count(std::string(question.tokens.folded(at - 1))) > 0) {
      return {at - 1, behind - (at - 1), id_of(number)};
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
