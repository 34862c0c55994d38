// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/themes.h"

#include <mutex>
#include <unordered_map>

#include "common/vocabulary/phrase_reader.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

std::string key_of(const std::vector<std::string>& words) {
  std::string key;
  for (const std::string& word : words) key.append(word).append(1, ' ');
  return key;
}

}  // namespace

struct Themes::State {
  std::vector<Theme> themes;
  std::unordered_map<std::string, std::uint16_t> by_id;  // folded
  std::vector<std::string> languages;
  std::unordered_map<std::string, ThemePhrases> phrases;  // by language
  // Stems of own wordings and labels, by language: the first theme that has one keeps it.
  // Made when first asked for.
  mutable std::once_flag wordings_once;
  mutable std::unordered_map<std::string, std::unordered_map<std::string, std::uint16_t>>
      by_wording;

  void collect_wordings() const;
};

void Themes::State::collect_wordings() const {
  PhraseCutter cutter(WordForm::kStem, "en");
  for (std::size_t i = 0; i < themes.size(); ++i) {
    by_wording["en"].emplace(key_of(cutter.cut(themes[i].label)), static_cast<std::uint16_t>(i));
  }
  for (const bool common : {false, true}) {  // a theme's own wording wins
    for (const auto& [language, phrases_of_language] : phrases) {
      for (const ThemeWording& wording : phrases_of_language.wordings) {
        if (wording.match == ThemeMatch::kWeak) continue;
        if ((wording.match == ThemeMatch::kCommon) != common) continue;
        by_wording[language].emplace(key_of(wording.words), wording.theme);
      }
    }
  }
}

Result<Themes> Themes::load() {
  const auto themes = Table::embedded("themes/themes.tsv", {"id", "label"});
  if (!themes) return themes.error();
  const auto names =
      Table::embedded("themes/theme-names.tsv", {"id", "language", "wording", "match"});
  if (!names) return names.error();

  auto state = std::make_shared<State>();
  std::unordered_map<std::string, PhraseCutter> cutters;
  const auto cutter_of = [&](const std::string& language) -> PhraseCutter& {
    return cutters.try_emplace(language, WordForm::kStem, language).first->second;
  };
  for (const auto& row : themes->rows()) {
    const auto index = static_cast<std::uint16_t>(state->themes.size());
    state->by_id.emplace(fold(row[0]), index);
    state->themes.push_back({std::string(row[0]), std::string(row[1])});
  }
  for (const auto& row : names->rows()) {
    const auto theme = state->by_id.find(fold(row[0]));
    if (theme == state->by_id.end()) {
      return Error{ErrorCode::kInvalidInput,
                   "themes/theme-names.tsv: unknown theme \"" + std::string(row[0]) + '"'};
    }
    const std::string language(row[1]);
    ThemePhrases& phrases = state->phrases[language];
    if (phrases.language.empty()) {
      phrases.language = language;
      state->languages.push_back(language);
    }
    ThemeWording wording;
    wording.theme = theme->second;
    wording.match = row[3] == "weak"     ? ThemeMatch::kWeak
                    : row[3] == "common" ? ThemeMatch::kCommon
                    : row[3] == "exact"  ? ThemeMatch::kExact
                                         : ThemeMatch::kOwn;
    wording.words = cutter_of(language).cut(row[2], &wording.cases);
    if (wording.words.empty()) continue;
    phrases.matcher.add(wording.words, {0, 0, static_cast<std::uint32_t>(phrases.wordings.size())});
    phrases.wordings.push_back(std::move(wording));
  }
  if (!state->phrases.contains("en")) {
    return Error{ErrorCode::kInvalidInput, "themes/theme-names.tsv: no English wordings"};
  }
  return Themes(std::shared_ptr<const State>(std::move(state)));
}

const std::vector<Theme>& Themes::all() const {
  return state_->themes;
}

const Theme* Themes::find(std::string_view id_or_wording) const {
  const auto by_id = state_->by_id.find(fold(id_or_wording));
  if (by_id != state_->by_id.end()) return &state_->themes[by_id->second];
  std::call_once(state_->wordings_once, [this] { state_->collect_wordings(); });
  for (const std::string& language : state_->languages) {
    const auto of_language = state_->by_wording.find(language);
    if (of_language == state_->by_wording.end()) continue;
    const auto& wordings = of_language->second;
    PhraseCutter cutter(WordForm::kStem, language);
    const auto found = wordings.find(key_of(cutter.cut(id_or_wording)));
    if (found != wordings.end()) return &state_->themes[found->second];
  }
  return nullptr;
}

std::string Themes::label(std::string_view id) const {
  const auto found = state_->by_id.find(fold(id));
  return found == state_->by_id.end() ? std::string(id) : state_->themes[found->second].label;
}

const ThemePhrases& Themes::phrases(std::string_view language) const {
  const auto found = state_->phrases.find(std::string(language));
  return found != state_->phrases.end() ? found->second : state_->phrases.at("en");
}

const std::vector<std::string>& Themes::languages() const {
  return state_->languages;
}

}  // namespace rapporteur
