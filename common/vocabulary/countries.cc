// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/countries.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "common/vocabulary/country_names.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

constexpr std::array<std::string_view, 6> kLanguages = {"en", "fr", "es", "ru", "ar", "zh"};
constexpr std::size_t kLatinLanguages = 3;  // the first of them
constexpr const char* kLatinKey = "latin";  // no language is called so

std::vector<std::string_view> split_bars(std::string_view cell) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t bar = cell.find('|');
    parts.push_back(cell.substr(0, bar));
    if (bar == std::string_view::npos) return parts;
    cell.remove_prefix(bar + 1);
  }
}

// English names that texts in other languages use as they are.
bool travels(const CountryName& name) {
  if (name.match != NameMatch::kCased || joined(name.words).size() < 5) return false;
  return name.kind == CountryNameKind::kPlace || name.kind == CountryNameKind::kCapital ||
         name.kind == CountryNameKind::kFigure;
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

bool is_capital(LetterCase letters) {
  return letters == LetterCase::kTitle || letters == LetterCase::kUpper ||
         letters == LetterCase::kMixed;
}

}  // namespace

bool has_capitals(const std::vector<LetterCase>& wanted, const Token* found) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!is_capital(wanted[i]) || is_capital(found[i].letter_case)) continue;
    if (i > 0 && found[i].glue != Glue::kNone) continue;  // Guinea-bissau, al-assad
    return false;
  }
  return true;
}

bool has_same_cases(const std::vector<LetterCase>& wanted, const Token* found) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (found[i].letter_case != wanted[i]) return false;
  }
  return true;
}

struct Countries::State {
  std::vector<Country> countries;
  std::unordered_map<std::string, std::uint16_t> by_code;  // alpha-2 and alpha-3, upper case
  NamesByLanguage table_names;                             // of the languages of Latin letters
  std::vector<CasedPhrase> not_countries;
  std::vector<CountryCue> cues;

  // Languages are put together when they are first asked for; what is in the map stays.
  mutable std::mutex mutex;
  mutable std::unordered_map<std::string, std::unique_ptr<const std::vector<CountryName>>> names;
  // Joined words -> country, for find(): in the six languages, and in the others that ICU knows;
  // the second is made when a name is not in the first.
  mutable std::once_flag other_names_once;
  mutable NamesByLanguage other_names;
  mutable std::once_flag six_once;
  mutable std::once_flag others_once;
  mutable std::unordered_map<std::string, std::uint16_t> in_six;
  mutable std::unordered_map<std::string, std::uint16_t> in_others;

  Result<void> read_countries();
  Result<void> read_not_countries();
  Result<void> read_cues();
  const std::vector<CountryName>& from_table(std::string_view language) const;
  std::vector<CountryName> put_together(std::string_view language) const;
  std::vector<CountryName> put_together_first(std::size_t languages) const;
  const std::vector<CountryName>& names_by_key(const std::string& key) const;
  void collect_six() const;
  void collect_others() const;
};

Result<void> Countries::State::read_countries() {
  const auto table = Table::embedded(
      "countries/countries.tsv",
      {"code", "alpha2", "m49", "region", "subregion", "status", "label", "formal"});
  if (!table) return table.error();
  for (const auto& row : table->rows()) {
    const auto cell = [&](std::size_t i) { return std::string(row[i]); };
    countries.push_back({cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), cell(6), cell(7)});
  }
  std::sort(countries.begin(), countries.end(),
            [](const Country& a, const Country& b) { return a.code < b.code; });
  for (std::size_t i = 0; i < countries.size(); ++i) {
    by_code[countries[i].code] = static_cast<std::uint16_t>(i);
    by_code[countries[i].alpha2] = static_cast<std::uint16_t>(i);
  }
  return {};
}

Result<void> Countries::State::read_not_countries() {
  const auto table = Table::embedded("countries/not-countries.tsv", {"phrase", "match"});
  if (!table) return table.error();
  NameCutter cutter;
  for (const auto& row : table->rows()) {
    CasedPhrase phrase;
    phrase.cased = row[1] != "any";
    if (cutter.cut(row[0], phrase.words, phrase.cases)) not_countries.push_back(std::move(phrase));
  }
  return {};
}

Result<void> Countries::State::read_cues() {
  const auto table = Table::embedded("countries/cues.tsv", {"name", "code", "effect", "words"});
  if (!table) return table.error();
  NameCutter cutter;
  for (const auto& row : table->rows()) {
    CountryCue cue;
    if (row[2] == "for") {
      const auto country = by_code.find(std::string(row[1]));
      if (country == by_code.end()) {
        return Error{ErrorCode::kInvalidInput,
                     "countries/cues.tsv: unknown country " + std::string(row[1])};
      }
      cue.country = country->second;
    } else if (row[2] == "person") {
      cue.effect = CountryCue::Effect::kPerson;
    } else if (row[2] == "given-name") {
      cue.effect = CountryCue::Effect::kGivenName;
    } else if (row[2] == "surname") {
      cue.effect = CountryCue::Effect::kSurname;
    } else if (row[2] == "language") {
      cue.effect = CountryCue::Effect::kLanguage;
    } else if (row[2] == "institution") {
      cue.effect = CountryCue::Effect::kInstitution;
    } else {
      return Error{ErrorCode::kInvalidInput,
                   "countries/cues.tsv: unknown effect " + std::string(row[2])};
    }
    std::vector<LetterCase> cases;
    cutter.cut(row[0], cue.name, cases);
    for (const std::string_view word : split_bars(row[3])) {
      CasedPhrase phrase;
      if (cutter.cut(word, phrase.words, phrase.cases)) cue.phrases.push_back(std::move(phrase));
    }
    cues.push_back(std::move(cue));
  }
  return {};
}

const std::vector<CountryName>& Countries::State::from_table(std::string_view language) const {
  static const std::vector<CountryName> kNone;
  const std::string key(language);
  if (const auto found = table_names.find(key); found != table_names.end()) return found->second;
  std::call_once(other_names_once, [this] {
    if (auto read = read_names(by_code, false)) other_names = std::move(*read);
  });
  const auto found = other_names.find(key);
  return found == other_names.end() ? kNone : found->second;
}

std::vector<CountryName> Countries::State::put_together(std::string_view language) const {
  const auto of = [this](std::string_view tag) -> const std::vector<CountryName>& {
    return from_table(tag);
  };
  if (language == "en") return all_names_of("en", countries, of("en"), {});
  std::vector<CountryName> english;
  if (language.empty()) return put_together_first(kLanguages.size());
  if (language == kLatinKey) return put_together_first(kLatinLanguages);
  for (const CountryName& name : of("en")) {
    if (travels(name)) english.push_back(name);
  }
  return all_names_of(language, countries, of(language), english);
}

// The first of kLanguages; what a name says in an earlier one holds.
std::vector<CountryName> Countries::State::put_together_first(std::size_t languages) const {
  std::vector<CountryName> all;
  std::unordered_set<std::string> known;
  for (std::size_t i = 0; i < languages; ++i) {
    std::vector<std::string> keys;
    for (CountryName& name :
         all_names_of(kLanguages[i], countries, from_table(kLanguages[i]), {})) {
      std::string key = joined(name.words);
      if (known.contains(key)) continue;
      keys.push_back(std::move(key));
      all.push_back(std::move(name));
      all.back().is_label = false;  // a label is one in its own language only
    }
    for (std::string& key : keys) known.insert(std::move(key));
  }
  return all;
}

void Countries::State::collect_six() const {
  NameCutter cutter;
  std::vector<std::string> words;
  std::vector<LetterCase> cases;
  for (std::size_t i = 0; i < countries.size(); ++i) {  // labels first: they win
    if (cutter.cut(countries[i].label, words, cases)) {
      in_six.try_emplace(joined(words), static_cast<std::uint16_t>(i));
    }
  }
  for (std::size_t i = 0; i < countries.size(); ++i) {
    if (cutter.cut(countries[i].formal, words, cases)) {
      in_six.try_emplace(joined(words), static_cast<std::uint16_t>(i));
    }
  }
  for (const std::string_view language : kLanguages) {
    for (const CountryName& name : put_together(language)) {
      if (name.kind != CountryNameKind::kGroup) {
        in_six.try_emplace(joined(name.words), name.country);
      }
    }
  }
}

void Countries::State::collect_others() const {
  NameCutter cutter;
  std::vector<std::string> words;
  std::vector<LetterCase> cases;
  const char* const* const languages = icu::Locale::getISOLanguages();
  for (const char* const* language = languages; *language != nullptr; ++language) {
    if (!icu_knows(*language)) continue;
    for (std::size_t i = 0; i < countries.size(); ++i) {
      const std::vector<std::string> spellings = icu_names(countries[i], *language);
      for (const std::string& spelling : spellings) {
        if (cutter.cut(spelling, words, cases)) {
          in_others.try_emplace(joined(words), static_cast<std::uint16_t>(i));
        }
      }
    }
  }
}

const std::vector<CountryName>& Countries::State::names_by_key(const std::string& key) const {
  const std::lock_guard lock(mutex);
  auto& made = names[key];
  if (made == nullptr) {
    made = std::make_unique<const std::vector<CountryName>>(put_together(key));
  }
  return *made;
}

Result<Countries> Countries::load() {
  auto state = std::make_shared<State>();
  if (const auto read = state->read_countries(); !read) return read.error();
  if (const auto read = state->read_not_countries(); !read) return read.error();
  if (const auto read = state->read_cues(); !read) return read.error();
  auto names = read_names(state->by_code, true);
  if (!names) return names.error();
  state->table_names = std::move(names.value());
  return Countries(std::shared_ptr<const State>(std::move(state)));
}

const std::vector<Country>& Countries::all() const {
  return state_->countries;
}

const Country* Countries::find(std::string_view code_or_name) const {
  if (code_or_name.size() == 2 || code_or_name.size() == 3) {
    const auto found = state_->by_code.find(upper(code_or_name));
    if (found != state_->by_code.end()) return &state_->countries[found->second];
  }
  NameCutter cutter;
  std::vector<std::string> words;
  std::vector<LetterCase> cases;
  if (!cutter.cut(code_or_name, words, cases)) return nullptr;
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  const std::string name = joined(words);
  std::call_once(state_->six_once, [this] { state_->collect_six(); });
  if (const auto found = state_->in_six.find(name); found != state_->in_six.end()) {
    return &state_->countries[found->second];
  }
  std::call_once(state_->others_once, [this] { state_->collect_others(); });
  const auto found = state_->in_others.find(name);
  return found == state_->in_others.end() ? nullptr : &state_->countries[found->second];
}

std::string Countries::label(std::string_view code, std::string_view language) const {
  const auto found = state_->by_code.find(upper(code));
  if (found == state_->by_code.end()) return std::string(code);
  const Country& country = state_->countries[found->second];
  if (language.empty() || language == "en") return country.label;
  const std::vector<std::string> names = icu_names(country, language);
  // ICU answers in the program's default language where it knows none.
  return names.empty() || names == icu_names(country, "en") ? country.label : names.back();
}

const std::vector<CountryName>& Countries::names(std::string_view language) const {
  std::string key(language.substr(0, language.find_first_of("-_")));
  if (!icu_knows(key)) key.clear();
  return state_->names_by_key(key);
}

const std::vector<CountryName>& Countries::latin_names() const {
  return state_->names_by_key(kLatinKey);
}

const std::vector<CasedPhrase>& Countries::not_countries() const {
  return state_->not_countries;
}

const std::vector<CountryCue>& Countries::cues() const {
  return state_->cues;
}

}  // namespace rapporteur
