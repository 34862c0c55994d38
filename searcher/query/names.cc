// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/names.h"

#include <algorithm>
#include <unordered_set>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "common/vocabulary/countries.h"
#include "common/vocabulary/phrase_matcher.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

// A phrase of the vocabularies as it may stand in a question.
struct QuestionPhrase {
  FacetField field = FacetField::kCountry;
  std::string value;
  // Must be written with the capitals of the name: "US", "CAT".
  bool needs_capitals = false;
  // A place: gives way to a country that is called the same.
  bool is_place = false;
};

// Phrases that only block what they hold ("New Jersey") have this kind; others have that of their
// field.
constexpr std::uint16_t kNoName = 100;

std::vector<std::string> folded_words(std::string_view text) {
  thread_local Tokenizer tokenizer(UnspacedScripts::kCharacters);
  Tokens tokens;
  tokenizer.tokenize(text, tokens);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < tokens.list.size(); ++i) words.emplace_back(tokens.folded(i));
  return words;
}

template <typename Visit>
void for_each_part(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    visit(list.substr(0, bar));
    list.remove_prefix(bar == std::string_view::npos ? list.size() : bar + 1);
  }
}

bool all_capitals(const Tokens& tokens, const PhraseMatch& match) {
  for (std::uint32_t i = match.first; i < match.first + match.length; ++i) {
    if (tokens.list[i].letter_case != LetterCase::kUpper) return false;
  }
  return true;
}

}  // namespace

struct QuestionNames::State {
  Countries countries;
  PhraseMatcher matcher;
  std::vector<QuestionPhrase> phrases;
  std::unordered_set<std::string> plain_words;

  void add(const std::vector<std::string>& words, QuestionPhrase phrase) {
    // Short acronyms and words of the language need their capitals, whatever they stand for.
    const bool one_word = words.size() == 1;
    if (one_word && (words.front().size() <= 2 || plain_words.count(words.front()) > 0)) {
      const bool ascii = static_cast<unsigned char>(words.front().front()) < 0x80;
      phrase.needs_capitals = phrase.needs_capitals || ascii;
    }
    PhraseValue value;
    value.kind = static_cast<std::uint16_t>(phrase.field);
    value.entry = static_cast<std::uint32_t>(phrases.size());
    matcher.add(words, value);
    phrases.push_back(std::move(phrase));
  }

  void add_countries() {
    for (const CountryName& name : countries.names("")) {
      if (name.match == NameMatch::kWeak || name.kind == CountryNameKind::kFigure) continue;
      QuestionPhrase phrase;
      phrase.value = countries.all()[name.country].code;
      phrase.is_place = name.kind == CountryNameKind::kPlace;
      add(name.words, std::move(phrase));
    }
    for (const CasedPhrase& blocker : countries.not_countries()) {
      PhraseValue value;
      value.kind = kNoName;
      matcher.add(blocker.words, value);
    }
  }

  Result<void> add_languages() {
    const Result<Table> table = Table::embedded("search/language-phrases.tsv", {"code", "phrases"});
    if (!table.ok()) return table.error();
    for (const auto& row : table->rows()) {
      for_each_part(row[1], [&](std::string_view words) {
        QuestionPhrase phrase;
        phrase.field = FacetField::kLanguage;
        phrase.value = row[0];
        add(folded_words(words), std::move(phrase));
      });
    }
    return {};
  }

  Result<void> read_plain_words() {
    const Result<Table> table = Table::embedded("search/plain-words.tsv", {"word"});
    if (!table.ok()) return table.error();
    for (const auto& row : table->rows()) plain_words.insert(fold(row[0]));
    return {};
  }
};

Result<QuestionNames> QuestionNames::load() {
  Result<Countries> countries = Countries::load();
  if (!countries.ok()) return countries.error();
  auto state = std::make_unique<State>(State{std::move(*countries), {}, {}, {}});
  if (const Result<void> read = state->read_plain_words(); !read.ok()) return read.error();
  state->add_countries();
  if (const Result<void> added = state->add_languages(); !added.ok()) return added.error();
  return QuestionNames(std::move(state));
}

QuestionNames::QuestionNames(std::unique_ptr<State> state) : state_(std::move(state)) {}
QuestionNames::QuestionNames(QuestionNames&&) noexcept = default;
QuestionNames& QuestionNames::operator=(QuestionNames&&) noexcept = default;
QuestionNames::~QuestionNames() = default;

namespace {

// Of the values that one phrase names: a country beats a place that is called the same.
void drop_places_beside_countries(const std::vector<QuestionPhrase>& phrases,
                                  std::vector<PhraseMatch>& matches) {
  const auto same_words = [](const PhraseMatch& a, const PhraseMatch& b) {
    return a.first == b.first && a.length == b.length && a.value.kind == b.value.kind;
  };
  std::vector<PhraseMatch> kept;
  for (const PhraseMatch& match : matches) {
    const bool is_place = match.value.kind != kNoName && phrases[match.value.entry].is_place;
    const bool beaten =
        is_place && std::any_of(matches.begin(), matches.end(), [&](const PhraseMatch& other) {
          return same_words(match, other) && !phrases[other.value.entry].is_place;
        });
    if (!beaten) kept.push_back(match);
  }
  matches = std::move(kept);
}

bool covers(const PhraseMatch& outer, const PhraseMatch& inner) {
  return outer.first <= inner.first && inner.first + inner.length <= outer.first + outer.length;
}

}  // namespace

std::vector<NamedValue> QuestionNames::find(std::string_view text) const {
  thread_local Tokenizer tokenizer(UnspacedScripts::kCharacters);
  Tokens tokens;
  tokenizer.tokenize(text, tokens);
  std::vector<PhraseMatcher::WordId> words;
  for (std::size_t i = 0; i < tokens.list.size(); ++i)
    words.push_back(state_->matcher.word_id(tokens.folded(i)));
  std::vector<PhraseMatch> matches;
  state_->matcher.find(words, matches);
  std::erase_if(matches, [&](const PhraseMatch& match) {
    return match.value.kind != kNoName && state_->phrases[match.value.entry].needs_capitals &&
           !all_capitals(tokens, match);
  });
  longest_only(matches);
  std::vector<PhraseMatch> blockers;
  std::copy_if(matches.begin(), matches.end(), std::back_inserter(blockers),
               [](const PhraseMatch& match) { return match.value.kind == kNoName; });
  std::erase_if(matches, [&](const PhraseMatch& match) {
    if (match.value.kind == kNoName) return true;
    if (match.value.kind != static_cast<std::uint16_t>(FacetField::kCountry)) return false;
    return std::any_of(blockers.begin(), blockers.end(), [&](const PhraseMatch& blocker) {
      return covers(blocker, match) && blocker.length > match.length;
    });
  });
  drop_places_beside_countries(state_->phrases, matches);
  std::vector<NamedValue> found;
  for (const PhraseMatch& match : matches) {
    const QuestionPhrase& phrase = state_->phrases[match.value.entry];
    const TextRange range{tokens.list[match.first].begin,
                          tokens.list[match.first + match.length - 1].end};
    const bool known = std::any_of(found.begin(), found.end(), [&](const NamedValue& other) {
      return other.field == phrase.field && other.value == phrase.value && other.range == range;
    });
    if (!known) found.push_back({phrase.field, phrase.value, range});
  }
  return found;
}

std::optional<std::string> QuestionNames::resolve(FacetField field, std::string_view value) const {
  const std::string_view trimmed = trim(value);
  if (trimmed.empty()) return std::nullopt;
  if (field == FacetField::kCountry || field == FacetField::kPrimaryCountry) {
    const Country* country = state_->countries.find(trimmed);
    if (country == nullptr) return std::nullopt;
    return country->code;
  }
  return std::string(trimmed);
}

std::string QuestionNames::label(FacetField field, std::string_view value) const {
  if (field == FacetField::kCountry || field == FacetField::kPrimaryCountry) {
    return state_->countries.label(value);
  }
  return std::string(value);
}

}  // namespace rapporteur
