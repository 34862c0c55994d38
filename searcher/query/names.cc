// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/names.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "common/vocabulary/bodies.h"
#include "common/vocabulary/countries.h"
#include "common/vocabulary/mandates.h"
#include "common/vocabulary/table.h"
#include "common/vocabulary/themes.h"
#include "searcher/query/coded_values.h"
#include "searcher/query/find_bodies.h"
#include "searcher/query/find_countries.h"
#include "searcher/query/find_regions.h"
#include "searcher/query/find_symbols.h"
#include "searcher/query/find_topics.h"

namespace rapporteur {

namespace {

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
  Symbols symbols;
  AmbiguousWords ambiguous_words;
  CountryFinder country_finder;
  BodyFinder body_finder;
  RegionFinder region_finder;
  LanguageFinder language_finder;
};

Result<QuestionNames> QuestionNames::load() {
  Result<Countries> countries = Countries::load();
  if (!countries.ok()) return countries.error();
  Result<Bodies> bodies = Bodies::load();
  if (!bodies.ok()) return bodies.error();
  Result<Mandates> mandates = Mandates::load();
  if (!mandates.ok()) return mandates.error();
  Result<Themes> themes = Themes::load();
  if (!themes.ok()) return themes.error();
  Result<Symbols> symbols = Symbols::load();
  if (!symbols.ok()) return symbols.error();
  Result<AmbiguousWords> ambiguous_words = AmbiguousWords::load();
  if (!ambiguous_words.ok()) return ambiguous_words.error();
  Result<Regions> regions = Regions::load(*countries);
  if (!regions.ok()) return regions.error();
  Result<BodyFinder> body_finder = BodyFinder::load(*bodies);
  if (!body_finder.ok()) return body_finder.error();
  Result<LanguageFinder> language_finder = LanguageFinder::load();
  if (!language_finder.ok()) return language_finder.error();
  CountryFinder country_finder(*countries);
  return QuestionNames(std::make_unique<State>(State{
      std::move(*countries), std::move(*bodies), std::move(*mandates), std::move(*themes),
      std::move(*symbols), std::move(*ambiguous_words), std::move(country_finder),
      std::move(*body_finder), RegionFinder(std::move(*regions)), std::move(*language_finder)}));
}

QuestionNames::QuestionNames(std::unique_ptr<State> state) : state_(std::move(state)) {}
QuestionNames::QuestionNames(QuestionNames&&) noexcept = default;
QuestionNames& QuestionNames::operator=(QuestionNames&&) noexcept = default;
QuestionNames::~QuestionNames() = default;

QuestionNames::Found QuestionNames::read(std::string_view text) const {
  QuestionTokens question;
  question.text = text;
  Tokenizer(UnspacedScripts::kCharacters).tokenize(text, question.tokens);
  Found found;
  if (question.tokens.list.empty()) return found;
  const std::vector<WordDecision> decisions = state_->ambiguous_words.decide(question);
  state_->country_finder.find(question, decisions, found.values, found.choices);
  state_->body_finder.find(question, decisions, found.values, found.choices);
  state_->language_finder.find(question, found.values);
  drop_countries_under_languages(found.values);
  state_->region_finder.find(question, decisions, found.values);
  find_themes(state_->themes, question, found.values);
  find_mandates(state_->mandates, state_->themes.languages(), question, found.values);
  find_symbols(state_->symbols, text, found.values);
  for (const WordDecision& decision : decisions) add_decision(question, decision, found);
  constexpr std::size_t kMostChoices = 20;  // more would not be read
  if (found.choices.size() > kMostChoices) found.choices.resize(kMostChoices);
  for (Choice& choice : found.choices) {
    for (Reading& reading : choice.taken) reading.label = label_of(reading);
    for (Reading& reading : choice.others) reading.label = label_of(reading);
  }
  return found;
}

void QuestionNames::add_decision(const QuestionTokens& question, const WordDecision& decision,
                                 Found& found) {
  const TextRange range = question.range(decision.token, 1);
  const auto in_longer_name = [&](const NamedValue& name) {
    return name.field != FacetField::kTheme && overlap(name.range, range) && name.range != range;
  };
  if (std::any_of(found.values.begin(), found.values.end(), in_longer_name)) return;
  if (decision.chosen.facet == "month") {
    found.months.push_back(range);
    return;
  }
  const bool may_be_month =
      std::any_of(decision.others.begin(), decision.others.end(),
                  [](const Reading& reading) { return reading.facet == "month"; });
  if (may_be_month) found.no_months.push_back(range);
  if (decision.others.empty() || decision.plain) return;
  found.choices.push_back({std::string(question.text.substr(range.begin, range.end - range.begin)),
                           {decision.chosen},
                           decision.others});
}

std::string QuestionNames::label_of(const Reading& reading) const {
  if (reading.facet == "country") return label(FacetField::kCountry, reading.value);
  if (reading.facet == "body") return label(FacetField::kBody, reading.value);
  if (reading.facet == "region") return label(FacetField::kCountry, reading.value);
  return {};
}

std::vector<std::string> QuestionNames::resolve(FacetField field, std::string_view value) const {
  const std::string_view name = trim(value);
  if (name.empty()) return {};
  const auto id_of = [](const auto* found) {
    return found ? std::vector{found->id} : std::vector<std::string>();
  };
  const auto listed = [](std::optional<std::string> found) {
    return found ? std::vector{std::move(*found)} : std::vector<std::string>();
  };
  switch (field) {
    case FacetField::kCountry:
    case FacetField::kPrimaryCountry: {
      if (const Country* country = state_->countries.find(name)) return {country->code};
      const Region* region = state_->region_finder.regions().find(name);
      return region ? region->members : std::vector<std::string>();
    }
    case FacetField::kBody:
      return id_of(state_->bodies.find(name));
    case FacetField::kTheme:
      return id_of(state_->themes.find(name));
    case FacetField::kMandate:
      return id_of(state_->mandates.find(name));
    case FacetField::kSession:
      return listed(session_value(state_->bodies, name));
    case FacetField::kLanguage:
      return listed(language_value(name));
    case FacetField::kKind:
      return listed(kind_value(name));
    case FacetField::kYear:
      return listed(year_value(name));
  }
  return {};
}

std::vector<std::string> QuestionNames::region_wordings(
    std::string_view id, const std::vector<std::string>& languages) const {
  const Regions& regions = state_->region_finder.regions();
  std::vector<std::string> wordings;
  for (const RegionName& name : regions.names()) {
    if (regions.all()[name.region].id != id) continue;
    if (std::find(languages.begin(), languages.end(), name.language) != languages.end())
      wordings.push_back(name.text);
  }
  return wordings;
}

void QuestionNames::visit_words(bool latin, const WordVisitor& visit) const {
  const std::vector<CountryName>& countries =
      latin ? state_->countries.latin_names() : state_->countries.names("");
  for (const CountryName& name : countries) {
    if (name.match == NameMatch::kWeak) continue;
    for (const std::string& word : name.words)
      visit(FacetField::kCountry, state_->countries.all()[name.country].code, word);
  }
  const auto visit_table = [&](FacetField field, std::string_view table, std::string_view column) {
    const Result<Table> names = Table::embedded(table, {"id", column});
    if (!names.ok()) return;  // cannot be: loading has read it
    Tokens tokens;
    Tokenizer tokenizer;
    for (const auto& row : names->rows()) {
      tokenizer.tokenize(row[1], tokens);
      for (const Token& token : tokens.list) visit(field, row[0], tokens.folded(token));
    }
  };
  visit_table(FacetField::kBody, "bodies/body-names.tsv", "name");
  visit_table(FacetField::kTheme, "themes/theme-names.tsv", "wording");
}

std::string QuestionNames::label(FacetField field, std::string_view value) const {
  switch (field) {
    case FacetField::kCountry:
    case FacetField::kPrimaryCountry: {
      const Region* region = state_->region_finder.regions().find(value);
      return region && region->id == value ? region->label : state_->countries.label(value);
    }
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
