// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/ambiguous_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/utf8.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

constexpr std::string_view kTable = "search/ambiguous-words.tsv";
constexpr std::size_t kMostWords = 200;  // of a question; nobody asks about what comes behind

Error bad(std::string_view word, std::string_view what) {
  return Error{ErrorCode::kInvalidInput,
               std::string(kTable) + ", " + std::string(word) + ": " + std::string(what)};
}

// A word with what hangs on to it (women's), apostrophes plain.
std::string with_ending(const QuestionTokens& question, std::size_t token) {
  const std::size_t begin = question.tokens.list[token].begin;
  std::size_t end = question.text.find(' ', begin);
  if (end == std::string_view::npos) end = question.text.size();
  std::string word = fold(question.text.substr(begin, end - begin));
  for (std::size_t at = word.find("’"); at != std::string::npos; at = word.find("’")) {
    word.replace(at, std::string_view("’").size(), "'");
  }
  return word;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_capital(LetterCase letter_case) {
  return letter_case == LetterCase::kUpper || letter_case == LetterCase::kMixed;
}

// Capitals say nothing in a question that has nothing else, unless it is the word alone.
bool capitals_tell(const QuestionTokens& question) {
  const auto& tokens = question.tokens.list;
  return tokens.size() == 1 || std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
           return token.letter_case == LetterCase::kLower ||
                  token.letter_case == LetterCase::kTitle;
         });
}

}  // namespace

Result<AmbiguousWords> AmbiguousWords::load() {
  static constexpr std::array<std::pair<std::string_view, When>, 6> kWhens = {
      {{"capitals", When::kCapitals},
       {"before", When::kBefore},
       {"after", When::kAfter},
       {"beside", When::kBeside},
       {"number", When::kNumber},
       {"default", When::kDefault}}};
  const Result<Table> table = Table::embedded(kTable, {"word", "reading", "when", "words"});
  if (!table.ok()) return table.error();
  AmbiguousWords ambiguous;
  for (const auto& row : table->rows()) {
    Rule rule;
    const std::size_t colon = row[1].find(':');
    rule.reading.facet = row[1].substr(0, colon);
    if (colon != std::string_view::npos) rule.reading.value = row[1].substr(colon + 1);
    const auto* const when = std::find_if(kWhens.begin(), kWhens.end(),
                                          [&](const auto& known) { return known.first == row[2]; });
    if (when == kWhens.end()) return bad(row[0], "unknown condition");
    rule.when = when->second;
    for (std::string_view rest = row[3] == "-" ? "" : row[3]; !rest.empty();) {
      const std::size_t bar = rest.find('|');
      rule.words.push_back(fold(rest.substr(0, bar)));
      rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
    }
    ambiguous.rules_[fold(row[0])].push_back(std::move(rule));
  }
  for (const auto& [word, rules] : ambiguous.rules_) {
    if (rules.back().when != When::kDefault) return bad(word, "its last row must be the default");
  }
  return ambiguous;
}

bool AmbiguousWords::holds(const Rule& rule, const QuestionTokens& question, std::size_t token,
                           bool capitals_tell, const std::string& spaced) {
  const auto& tokens = question.tokens.list;
  const auto is_one = [&](std::size_t at) {
    return std::any_of(rule.words.begin(), rule.words.end(), [&](const std::string& word) {
      return word == question.tokens.folded(at) || word == with_ending(question, at);
    });
  };
  switch (rule.when) {
    case When::kCapitals:
      return capitals_tell && is_capital(tokens[token].letter_case);
    case When::kBefore:
      return token > 0 && is_one(token - 1);
    case When::kAfter:
      return token + 1 < tokens.size() && is_one(token + 1);
    case When::kBeside:
      return std::any_of(rule.words.begin(), rule.words.end(), [&](const std::string& words) {
        return spaced.find(" " + words + " ") != std::string::npos;
      });
    case When::kNumber:
      // "cat 61", not "cat 2018".
      return token + 1 < tokens.size() && is_number(question.tokens.folded(token + 1)) &&
             question.tokens.folded(token + 1).size() < 4;
    case When::kDefault:
      break;
  }
  return true;
}

std::vector<WordDecision> AmbiguousWords::decide(const QuestionTokens& question) const {
  std::vector<WordDecision> decisions;
  std::optional<std::string> spaced;
  const std::size_t end = std::min(question.tokens.list.size(), kMostWords);
  for (std::size_t i = 0; i < end; ++i) {
    const auto found = rules_.find(std::string(question.tokens.folded(i)));
    if (found == rules_.end()) continue;
    if (!spaced) {
      spaced = " ";
      for (const Token& token : question.tokens.list)
        *spaced += std::string(question.tokens.folded(token)) + " ";
    }
    WordDecision decision;
    decision.token = i;
    const bool tell = capitals_tell(question);
    const auto rule = std::find_if(
        found->second.begin(), found->second.end(),
        [&](const Rule& candidate) { return holds(candidate, question, i, tell, *spaced); });
    decision.chosen = rule->reading;
    decision.plain = rule->when == When::kDefault && rule->reading.facet != "word" &&
                     question.tokens.list[i].letter_case == LetterCase::kTitle;
    for (const Rule& other : found->second) {
      const bool known = other.reading == decision.chosen ||
                         std::find(decision.others.begin(), decision.others.end(), other.reading) !=
                             decision.others.end();
      if (!known) decision.others.push_back(other.reading);
    }
    decisions.push_back(std::move(decision));
  }
  return decisions;
}

}  // namespace rapporteur
