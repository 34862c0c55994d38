// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/dates/date_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

constexpr std::size_t kRoles = static_cast<std::size_t>(DateRole::kCount);
static_assert(kRoles <= 64);

// In the order of DateRole.
constexpr std::array<std::string_view, kRoles> kRoleNames = {"of",
                                                             "to",
                                                             "and",
                                                             "article",
                                                             "ordinal",
                                                             "year-mark",
                                                             "year-word",
                                                             "decade",
                                                             "number-before",
                                                             "number-after",
                                                             "in",
                                                             "since",
                                                             "since-behind",
                                                             "after",
                                                             "after-behind",
                                                             "before",
                                                             "before-behind",
                                                             "until",
                                                             "between",
                                                             "between-behind",
                                                             "from",
                                                             "last-year",
                                                             "this-year",
                                                             "last-month",
                                                             "this-month",
                                                             "last-n",
                                                             "n-years",
                                                             "n-months",
                                                             "published",
                                                             "updated",
                                                             "clock"};

// `words` cut and folded as running text is.
std::vector<std::string> folded_words(Tokenizer& tokenizer, std::string_view words) {
  Tokens tokens;
  tokenizer.tokenize(words, tokens);
  std::vector<std::string> result;
  for (const Token& token : tokens.list) result.emplace_back(tokens.folded(token));
  return result;
}

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) {
    if (!result.empty()) result += ' ';
    result += word;
  }
  return result;
}

}  // namespace

const DateWords& DateWords::get() {
  static const DateWords words;
  return words;
}

// A table that cannot be read leaves its words out; a test over the tables says so.
DateWords::DateWords() : chinese_(kRoles) {
  Tokenizer tokenizer;
  if (const auto table =
          Table::embedded("dates/months.tsv", {"month", "language", "word", "match"})) {
    for (const auto& row : table->rows()) {
      const std::vector<std::string> words = folded_words(tokenizer, row[2]);
      if (words.empty()) continue;
      Month& month = months_[joined(words)];
      month.month = std::atoi(std::string(row[0]).c_str());
      month.cased = month.cased && row[3] == "cased";
      month.english = month.english || row[1] == "en";
      if (words.size() > 1) months_[words.front()].goes_on = true;
    }
  }
  for (const auto& [word, month] : months_) month_starts_.set(start_of(word));
  if (const auto table = Table::embedded("dates/weekdays.tsv", {"weekday", "word"})) {
    for (const auto& row : table->rows()) {
      const std::vector<std::string> words = folded_words(tokenizer, row[1]);
      // Of a name of several words the last one stands at the date.
      if (!words.empty()) {
        weekdays_.try_emplace(words.front(), std::atoi(std::string(row[0]).c_str()) - 1);
      }
    }
  }
  if (const auto table = Table::embedded("dates/markers.tsv", {"role", "language", "words"})) {
    for (const auto& row : table->rows()) {
      const auto name = std::find(kRoleNames.begin(), kRoleNames.end(), row[0]);
      if (name == kRoleNames.end()) continue;
      const auto role = static_cast<std::size_t>(name - kRoleNames.begin());
      if (row[1] == "zh") {
        chinese_[role].emplace_back(row[2]);
      } else {
        roles_[joined(folded_words(tokenizer, row[2]))] |= std::uint64_t{1} << role;
      }
    }
  }
  for (auto& words : chinese_) {
    std::stable_sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
      return a.size() > b.size();
    });
  }
}

std::size_t DateWords::start_of(std::string_view word) {
  const auto byte = [&](std::size_t i) {
    return i < word.size() ? static_cast<unsigned char>(word[i]) : std::size_t{0};
  };
  return byte(0) << 8 | byte(1);
}

MonthWord DateWords::month_at(const Tokens& tokens, std::size_t index) const {
  if (index >= tokens.list.size()) return {};
  const std::string_view word = tokens.folded(index);
  if (!month_starts_[start_of(word)]) return {};
  auto entry = months_.find(word);
  if (entry == months_.end()) return {};
  std::size_t length = 1;
  if (entry->second.goes_on && index + 1 < tokens.list.size()) {
    std::string phrase(word);
    phrase += ' ';
    phrase += tokens.folded(index + 1);
    if (const auto longer = months_.find(phrase); longer != months_.end()) {
      entry = longer;
      length = 2;
    }
  }
  const Month& month = entry->second;
  if (month.month == 0) return {};
  const LetterCase letters = tokens.list[index].letter_case;
  const bool capital = letters == LetterCase::kTitle || letters == LetterCase::kUpper;
  return {month.month, length, month.cased && !capital, month.english && capital};
}

int DateWords::weekday(std::string_view folded) const {
  const auto entry = weekdays_.find(folded);
  return entry == weekdays_.end() ? -1 : entry->second;
}

bool DateWords::has_role(std::string_view phrase, DateRole role) const {
  const auto entry = roles_.find(phrase);
  return entry != roles_.end() && (entry->second >> static_cast<unsigned>(role) & 1) != 0;
}

std::size_t DateWords::starting_at(DateRole role, const Tokens& tokens, std::size_t index) const {
  std::string phrase;
  std::size_t longest = 0;
  for (std::size_t n = 1; n <= kLongestPhrase && index + n <= tokens.list.size(); ++n) {
    if (n > 1) phrase += ' ';
    phrase += tokens.folded(index + n - 1);
    if (has_role(phrase, role)) longest = n;
  }
  return longest;
}

std::size_t DateWords::ending_before(DateRole role, const Tokens& tokens, std::size_t index) const {
  std::size_t longest = 0;
  for (std::size_t n = 1; n <= kLongestPhrase && n <= index; ++n) {
    std::string phrase(tokens.folded(index - n));
    for (std::size_t i = index - n + 1; i < index; ++i) {
      phrase += ' ';
      phrase += tokens.folded(i);
    }
    if (has_role(phrase, role)) longest = n;
  }
  return longest;
}

}  // namespace rapporteur
