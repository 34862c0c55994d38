// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/synonyms.h"

#include <algorithm>
#include <array>

#include "common/text/tokenizer.h"
#include "common/vocabulary/name_forms.h"
#include "common/vocabulary/phrase_reader.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

constexpr std::array<std::string_view, 6> kLanguages = {"en", "fr", "es", "ru", "ar", "zh"};

// Words as the matcher knows them: names' forms (Russian ones by their stem), without a plural -s.
std::vector<std::string> key_words(PhraseCutter& cutter, std::string_view text) {
  std::vector<std::string> words = cutter.cut(text);
  for (std::string& word : words) {
    const bool plural = word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's';
    if (plural) word.pop_back();
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  return text;
}

}  // namespace

Result<Synonyms> Synonyms::load() {
  std::vector<std::string_view> columns = {"concept"};
  columns.insert(columns.end(), kLanguages.begin(), kLanguages.end());
  const Result<Table> table = Table::embedded("search/synonyms.tsv", columns);
  if (!table.ok()) return table.error();
  Synonyms synonyms;
  PhraseCutter cutter(WordForm::kName, "");
  for (const auto& row : table->rows()) {
    const auto number = static_cast<std::uint32_t>(synonyms.ids_.size());
    synonyms.ids_.emplace_back(row[0]);
    synonyms.row_starts_.push_back(static_cast<std::uint32_t>(synonyms.wordings_.size()));
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
      for (std::string_view rest = row[i + 1] == "-" ? "" : row[i + 1]; !rest.empty();) {
        const std::size_t bar = rest.find('|');
        const std::string_view wording = rest.substr(0, bar);
        rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
        const std::vector<std::string> words = key_words(cutter, wording);
        if (words.empty()) {
          return Error{ErrorCode::kInvalidInput,
                       "search/synonyms.tsv, " + std::string(row[0]) + ": an empty wording"};
        }
        synonyms.matcher_.add(words, {0, 0, static_cast<std::uint32_t>(synonyms.wordings_.size())});
        synonyms.wordings_.push_back(
            {number, std::string(kLanguages[i]), std::string(wording), joined(words)});
      }
    }
  }
  synonyms.row_starts_.push_back(static_cast<std::uint32_t>(synonyms.wordings_.size()));
  return synonyms;
}

std::vector<ConceptMention> Synonyms::find(std::string_view text,
                                           const std::vector<std::string>& languages) const {
  thread_local PhraseCutter cutter(WordForm::kName, "");
  thread_local Tokenizer tokenizer(UnspacedScripts::kCharacters);
  Tokens tokens;
  tokenizer.tokenize(text, tokens);
  const std::vector<std::string> words = key_words(cutter, text);
  std::vector<PhraseMatcher::WordId> ids;
  for (const std::string& word : words) {
    PhraseMatcher::WordId id = matcher_.word_id(word);
    if (id == PhraseMatcher::kUnknownWord) {
      for (const std::string& shorter : without_arabic_particles(word)) {
        id = matcher_.word_id(shorter);
        if (id != PhraseMatcher::kUnknownWord) break;
      }
    }
    ids.push_back(id);
  }
  std::vector<PhraseMatch> matches;
  matcher_.find(ids, matches);
  longest_only(matches);
  std::vector<ConceptMention> mentions;
  for (const PhraseMatch& match : matches) {
    const Wording& said = wordings_[match.value.entry];
    ConceptMention mention;
    mention.id = ids_[said.row];
    mention.range = {tokens.list[match.first].begin,
                     tokens.list[match.first + match.length - 1].end};
    const bool known =
        std::any_of(mentions.begin(), mentions.end(),
                    [&](const ConceptMention& other) { return other.id == mention.id; });
    if (known) continue;  // once is enough
    std::vector<std::string> keys = {said.key};
    for (std::uint32_t i = row_starts_[said.row]; i < row_starts_[said.row + 1]; ++i) {
      const Wording& other = wordings_[i];
      const bool fits =
          std::find(languages.begin(), languages.end(), other.language) != languages.end() &&
          std::find(keys.begin(), keys.end(), other.key) == keys.end();
      if (!fits) continue;
      keys.push_back(other.key);
      mention.others.push_back({other.language, other.text});
    }
    if (!mention.others.empty()) mentions.push_back(std::move(mention));
  }
  return mentions;
}

}  // namespace rapporteur
