// SPDX-License-Identifier: GPL-2.0-or-later
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <charconv>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "indexer/group/compare.h"
#include "indexer/group/shingles.h"
#include "indexer/source/record_id.h"

namespace rapporteur {

namespace {

ComparedText::Word word_of(std::string_view folded, const Token& token) {
  ComparedText::Word word;
  word.hash = XXH3_64bits(folded.data(), folded.size());
  int number = 0;
  const char* const end = folded.data() + folded.size();
  const auto read = std::from_chars(folded.data(), end, number);
  word.is_number = !folded.empty() && folded.front() >= '0' && folded.front() <= '9';
  if (read.ptr == end && folded.size() == 4 && number >= 1900 && number <= 2099) {
    word.year = static_cast<std::int16_t>(number);
  }
  // Every sentence begins with a capital; scripts without capitals tell no names, so every word may
  // be one.
  word.is_fact = word.is_number || token.letter_case == LetterCase::kNone ||
                 token.letter_case == LetterCase::kUpper ||
                 token.letter_case == LetterCase::kMixed ||
                 (token.letter_case == LetterCase::kTitle && !token.sentence_start);
  return word;
}

std::string tag_at_the_end(std::string_view title) {
  title = trim(title);
  const char opening = title.ends_with(']') ? '[' : '(';
  const std::size_t open = title.rfind(opening);
  if (open == std::string_view::npos || !(title.ends_with(']') || title.ends_with(')'))) return {};
  return fold(title.substr(open));
}

std::vector<std::string> values(const std::optional<std::vector<std::string>>& given) {
  return given.value_or(std::vector<std::string>());
}

}  // namespace

struct TextPreparer::State {
  Tokenizer tokenizer;
  Tokens tokens;

  void cut(std::string_view text, std::vector<ComparedText::Word>& words) {
    tokenizer.tokenize(text, tokens);
    words.reserve(tokens.list.size());
    for (const Token& token : tokens.list) words.push_back(word_of(tokens.folded(token), token));
  }
};

TextPreparer::TextPreparer() : state_(std::make_unique<State>()) {}
TextPreparer::~TextPreparer() = default;

ComparedText TextPreparer::prepare(const Record& record) {
  ComparedText text;
  state_->cut(record.text, text.words);
  if (record.title && *record.title) {
    state_->cut(**record.title, text.title);
    text.title_tag = tag_at_the_end(**record.title);
  }
  text.shingles = shingles_of(text.words);
  if (record.url && !record.url->empty()) text.url = canonical_url(*record.url);
  text.is_teaser = record.kind == "teaser";
  if (record.language && *record.language) text.language = **record.language;
  if (record.date && *record.date) {
    text.from = days_from_civil((*record.date)->interval.from);
    text.to = days_from_civil((*record.date)->interval.to);
  }
  text.sessions = values(record.sessions);
  text.symbols = values(record.symbols);
  if (record.countries) {
    for (const RecordCountry& country : *record.countries) {
      if (country.primary) text.countries.push_back(country.code);
    }
  }
  return text;
}

}  // namespace rapporteur
