// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/names.h"

#include <algorithm>
#include <unordered_set>

#include "common/text/utf8.h"
#include "common/vocabulary/bodies.h"
#include "common/vocabulary/countries.h"
#include "common/vocabulary/mandates.h"
#include "common/vocabulary/table.h"
#include "common/vocabulary/themes.h"
#include "searcher/query/find_bodies.h"
#include "searcher/query/find_countries.h"
#include "searcher/query/find_topics.h"

namespace rapporteur {

namespace {

// Words that name something only in capitals: "CAT", "CAR" (data/search/plain-words.tsv). Folded.
Result<std::unordered_set<std::string>> read_plain_words() {
  const Result<Table> table = Table::embedded("search/plain-words.tsv", {"word"});
  if (!table.ok()) return table.error();
  std::unordered_set<std::string> words;
  for (const auto& row : table->rows()) words.insert(fold(row[0]));
  return words;
}

std::vector<std::string> folded_words(std::string_view text) {
  Tokens tokens;
  Tokenizer(UnspacedScripts::kCharacters).tokenize(text, tokens);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < tokens.list.size(); ++i) words.emplace_back(tokens.folded(i));
  return words;
}

// "in French", "en français": which language the records shall be in.
class LanguageFinder {
 public:
  static Result<LanguageFinder> load() {
    const Result<Table> table = Table::embedded("search/language-phrases.tsv", {"code", "phrases"});
    if (!table.ok()) return table.error();
    LanguageFinder finder;
    for (const auto& row : table->rows()) {
      std::string_view phrases = row[1];
      while (!phrases.empty()) {
        const std::size_t bar = phrases.find('|');
        finder.matcher_.add(folded_words(phrases.substr(0, bar)),
                            {0, 0, static_cast<std::uint32_t>(finder.codes_.size())});
        phrases.remove_prefix(bar == std::string_view::npos ? phrases.size() : bar + 1);
      }
      finder.codes_.emplace_back(row[0]);
    }
    return finder;
  }

  void find(const QuestionTokens& question, std::vector<NamedValue>& found) const {
    std::vector<PhraseMatcher::WordId> words;
    for (std::size_t i = 0; i < question.tokens.list.size(); ++i) {
      words.push_back(matcher_.word_id(question.tokens.folded(i)));
    }
    std::vector<PhraseMatch> matches;
    matcher_.find(words, matches);
    longest_only(matches);
    for (const PhraseMatch& match : matches) {
      found.push_back({FacetField::kLanguage, codes_[match.value.entry],
                       question.range(match.first, match.length)});
    }
  }

 private:
  std::vector<std::string> codes_;
  PhraseMatcher matcher_;
};

bool overlap(const TextRange& a, const TextRange& b) {
  return a.begin < b.end && b.begin < a.end;
}

// "in French" is a language, not France; the Committee on Human Rights in North Korea stays both.
void drop_countries_under_languages(std::vector<NamedValue>& found) {
  std::vector<TextRange> languages;
  for (const NamedValue& name : found) {
    if (name.field == FacetField::kLanguage) languages.push_back(name.range);
  }
  std::erase_if(found, [&](const NamedValue& name) {
    return name.field == FacetField::kCountry &&
           std::any_of(languages.begin(), languages.end(),
                       [&](const TextRange& range) { return overlap(range, name.range); });
  });
}

}  // namespace

struct QuestionNames::State {
  Countries countries;
  Bodies bodies;
  Mandates mandates;
  Themes themes;
  CountryFinder country_finder;
  BodyFinder body_finder;
  LanguageFinder language_finder;
};

Result<QuestionNames> QuestionNames::load() {
  Result<std::unordered_set<std::string>> plain_words = read_plain_words();
  if (!plain_words.ok()) return plain_words.error();
  Result<Countries> countries = Countries::load();
  if (!countries.ok()) return countries.error();
  Result<Bodies> bodies = Bodies::load();
  if (!bodies.ok()) return bodies.error();
  Result<Mandates> mandates = Mandates::load();
  if (!mandates.ok()) return mandates.error();
  Result<Themes> themes = Themes::load();
  if (!themes.ok()) return themes.error();
  Result<BodyFinder> body_finder = BodyFinder::load(*bodies, *plain_words);
  if (!body_finder.ok()) return body_finder.error();
  Result<LanguageFinder> language_finder = LanguageFinder::load();
  if (!language_finder.ok()) return language_finder.error();
  CountryFinder country_finder(*countries, *plain_words);
  return QuestionNames(std::make_unique<State>(
      State{std::move(*countries), std::move(*bodies), std::move(*mandates), std::move(*themes),
            std::move(country_finder), std::move(*body_finder), std::move(*language_finder)}));
}

QuestionNames::QuestionNames(std::unique_ptr<State> state) : state_(std::move(state)) {}
QuestionNames::QuestionNames(QuestionNames&&) noexcept = default;
QuestionNames& QuestionNames::operator=(QuestionNames&&) noexcept = default;
QuestionNames::~QuestionNames() = default;

std::vector<NamedValue> QuestionNames::find(std::string_view text) const {
  QuestionTokens question;
  question.text = text;
  Tokenizer(UnspacedScripts::kCharacters).tokenize(text, question.tokens);
  std::vector<NamedValue> found;
  if (question.tokens.list.empty()) return found;
  state_->country_finder.find(question, found);
  state_->body_finder.find(question, found);
  state_->language_finder.find(question, found);
  find_themes(state_->themes, question, found);
  find_mandates(state_->mandates, state_->themes.languages(), question, found);
  drop_countries_under_languages(found);
  return found;
}

std::optional<std::string> QuestionNames::resolve(FacetField field, std::string_view value) const {
  const std::string_view name = trim(value);
  if (name.empty()) return std::nullopt;
  const auto id_of = [](const auto* found) {
    return found ? std::optional(found->id) : std::nullopt;
  };
  switch (field) {
    case FacetField::kCountry:
    case FacetField::kPrimaryCountry: {
      const Country* country = state_->countries.find(name);
      return country ? std::optional(country->code) : std::nullopt;
    }
    case FacetField::kBody:
      return id_of(state_->bodies.find(name));
    case FacetField::kTheme:
      return id_of(state_->themes.find(name));
    case FacetField::kMandate:
      return id_of(state_->mandates.find(name));
    default:
      return std::string(name);
  }
}

std::string QuestionNames::label(FacetField field, std::string_view value) const {
  switch (field) {
    case FacetField::kCountry:
    case FacetField::kPrimaryCountry:
      return state_->countries.label(value);
    case FacetField::kBody:
      return state_->bodies.label(value);
    case FacetField::kTheme:
      return state_->themes.label(value);
    case FacetField::kMandate:
      return state_->mandates.label(value);
    default:
      return std::string(value);
  }
}

}  // namespace rapporteur
