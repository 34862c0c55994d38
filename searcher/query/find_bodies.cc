// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/find_bodies.h"

#include <algorithm>
#include <charconv>

#include "common/vocabulary/phrase_reader.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

constexpr std::size_t kWordsBetween = 6;  // "40th [session of the UN] Human Rights Council"

bool needs_capitals(const BodyName& name, const std::unordered_set<std::string>& plain_words) {
  if (name.words.size() != 1) return false;
  const std::string& word = name.words.front();
  const bool short_acronym = name.is_acronym() && word.size() <= 2;
  return short_acronym || name.match == BodyNameMatch::kTreatyWeak ||
         name.match == BodyNameMatch::kWeak || plain_words.count(word) > 0;
}

}  // namespace

Result<BodyFinder> BodyFinder::load(const Bodies& bodies,
                                    const std::unordered_set<std::string>& plain_words) {
  BodyFinder finder;
  finder.bodies_ = bodies.all();
  for (const BodyName& name : bodies.names()) {
    if (name.match == BodyNameMatch::kShort) continue;  // "the Council": running text tells which
    if (name.match == BodyNameMatch::kWeak && !name.is_acronym()) continue;
    finder.matcher_.add(name.words, {0, 0, static_cast<std::uint32_t>(finder.phrases_.size())});
    finder.phrases_.push_back({name.body, needs_capitals(name, plain_words)});
  }
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
  if (behind < question.tokens.list.size()) {
    const int number = number_at(question, behind);
    if (is_session(number))
      return {match.first, match.length + 1u, body.id + "-" + std::to_string(number)};
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

void BodyFinder::find(const QuestionTokens& question, std::vector<NamedValue>& found) const {
  PhraseReader reader(matcher_, WordForm::kName, "");
  std::vector<PhraseMatcher::WordId> words;
  reader.read(question.text, question.tokens, 0, question.tokens.list.size(), words);
  std::vector<PhraseMatch> matches;
  matcher_.find(words, matches);
  std::erase_if(matches, [&](const PhraseMatch& match) {
    return phrases_[match.value.entry].needs_capitals && !question.all_capitals(match);
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
    }
    const bool known = std::any_of(found.begin(), found.end(), [&](const NamedValue& other) {
      return other.field == name.field && other.value == name.value && other.range == name.range;
    });
    if (!known) found.push_back(std::move(name));
  }
}

}  // namespace rapporteur
