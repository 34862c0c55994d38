// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/feedback/record_words.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/text/utf8.h"

namespace rapporteur {

const std::string& RecordWord::spelling() const {
  // Of two that are as frequent the one in lower case, which sorts behind.
  const auto rarer = [](const auto& a, const auto& b) { return a.second <= b.second; };
  return std::max_element(spellings.begin(), spellings.end(), rarer)->first;
}

void RecordWords::add(const Record& record, double weight) {
  Spellings spellings;
  double length = 0.0;
  if (record.title && *record.title)
    length += count(**record.title, schema::kTitleWeight, spellings);
  length += count(utf8_prefix(record.text, kMostBytes), 1.0, spellings);
  const std::string language = record.language ? record.language->value_or("") : "";
  Stemmer& stemmer = forms_.stemmer_for(language);
  std::unordered_map<std::string, double> of_record;  // by first term
  for (const auto& [written, spelling] : spellings) {
    if (!says_something(spelling.folded, language)) continue;
    const std::string term = stem_term(stemmer.stem(spelling.to_stem));
    if (term.empty()) continue;
    RecordWord& word = words_[term];
    if (word.terms.empty()) word.terms.push_back(term);
    std::string unaccented = stem_term(stemmer.stem_without_accents(spelling.to_stem));
    if (std::find(word.terms.begin(), word.terms.end(), unaccented) == word.terms.end())
      word.terms.push_back(std::move(unaccented));
    word.spellings[written] += spelling.frequency;
    of_record[term] += spelling.frequency;
  }
  for (const auto& [term, frequency] : of_record) {
    RecordWord& word = words_[term];
    ++word.records;
    word.frequency += frequency;
    word.share += weight * frequency / length;
  }
}

double RecordWords::count(std::string_view text, double weight, Spellings& spellings) {
  tokenizer_.tokenize(text, tokens_);
  for (const Token& token : tokens_.list) {
    const std::string_view written = text.substr(token.begin, token.end - token.begin);
    Spelling& spelling = spellings[std::string(written)];
    if (spelling.folded.empty()) {
      spelling.to_stem = word_to_stem(text, tokens_, token);
      spelling.folded = tokens_.folded(token);
    }
    spelling.frequency += weight;
  }
  return weight * static_cast<double>(tokens_.list.size());
}

bool RecordWords::says_something(std::string_view folded, std::string_view language) const {
  constexpr std::size_t kLeastBytes = 3;
  if (folded.size() < kLeastBytes) return false;
  if (std::any_of(folded.begin(), folded.end(), [](char c) { return '0' <= c && c <= '9'; }))
    return false;
  return !stop_words_.is_english(folded) && !stop_words_.is_in_list(folded, language);
}

}  // namespace rapporteur
