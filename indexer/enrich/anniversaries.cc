// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/anniversaries.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

constexpr std::uint16_t kEvent = 1;
constexpr std::uint16_t kAnniversary = 2;
constexpr std::uint16_t kNumber = 3;

// How many tokens may stand between the parts of the expression.
constexpr std::uint32_t kNumberReach = 2;       // "70th birthday", "الذكرى الـ70"
constexpr std::uint32_t kEventBehindReach = 7;  // "anniversary of the adoption of the UN"
constexpr std::uint32_t kEventBeforeReach = 5;  // "the Declaration's 70th anniversary"
constexpr int kMostYears = 150;

class Vocabulary {
 public:
  static const Vocabulary& get() {
    static const Vocabulary vocabulary;
    return vocabulary;
  }

  PhraseMatcher matcher;
  std::vector<CivilDate> events;

 private:
  Vocabulary() {
    const auto table =
        Table::embedded("dates/anniversaries.tsv", {"kind", "value", "language", "words"});
    if (!table) return;  // a test over the tables says so
    Tokenizer tokenizer;
    Tokens tokens;
    for (const auto& row : table->rows()) {
      tokenizer.tokenize(row[3], tokens);
      std::vector<std::string> words;
      for (const Token& token : tokens.list) words.emplace_back(tokens.folded(token));
      PhraseValue value;
      if (row[0] == "event") {
        const auto day = parse_iso_interval(row[1]);
        if (!day) continue;
        value = {kEvent, 0, static_cast<std::uint32_t>(events.size())};
        events.push_back(day->from);
      } else if (row[0] == "number") {
        value = {kNumber, 0, static_cast<std::uint32_t>(std::atoi(std::string(row[1]).c_str()))};
      } else {
        value = {kAnniversary, 0, 0};
      }
      matcher.add(words, value);
    }
  }
};

std::optional<std::uint32_t> numeral(std::string_view folded) {
  if (folded.empty() || folded.size() > 3) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : folded) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

std::uint32_t behind(const PhraseMatch& match) {
  return match.first + match.length;
}

}  // namespace

PhraseMatcher::WordId anniversary_word(std::string_view folded) {
  return Vocabulary::get().matcher.word_id(folded);
}

std::vector<PhraseMatcher::WordId> anniversary_words(const Tokens& tokens) {
  std::vector<PhraseMatcher::WordId> words;
  words.reserve(tokens.list.size());
  for (const Token& token : tokens.list) words.push_back(anniversary_word(tokens.folded(token)));
  return words;
}

std::vector<Anniversary> find_anniversaries(const Tokens& tokens,
                                            std::span<const PhraseMatcher::WordId> words) {
  const Vocabulary& vocabulary = Vocabulary::get();
  std::vector<PhraseMatch> matches;
  vocabulary.matcher.find(words, matches);
  std::vector<Anniversary> anniversaries;
  const bool any = std::any_of(matches.begin(), matches.end(), [](const PhraseMatch& match) {
    return match.value.kind == kAnniversary;
  });
  if (!any) return anniversaries;
  longest_only(matches);
  for (const PhraseMatch& word : matches) {
    if (word.value.kind != kAnniversary) continue;
    // The number: a numeral or an ordinal in words, right beside.
    std::optional<std::uint32_t> years;
    std::uint32_t number_at = word.first;
    for (std::uint32_t i = word.first; !years && i > 0 && word.first - i < kNumberReach; --i) {
      years = numeral(tokens.folded(i - 1));
      if (years) number_at = i - 1;
    }
    for (std::uint32_t i = behind(word); !years && i < behind(word) + kNumberReach; ++i) {
      if (i < tokens.list.size()) years = numeral(tokens.folded(i));
    }
    for (const PhraseMatch& number : matches) {
      if (years || number.value.kind != kNumber) continue;
      const bool before =
          behind(number) <= word.first && word.first - behind(number) < kNumberReach;
      const bool after = number.first == behind(word);
      if (before || after) years = number.value.entry;
      if (before) number_at = number.first;
    }
    if (!years || *years == 0 || *years > kMostYears) continue;
    // The event: the nearest behind, else the nearest in front.
    const PhraseMatch* event = nullptr;
    for (const PhraseMatch& match : matches) {
      if (match.value.kind != kEvent) continue;
      if (match.first >= behind(word) && match.first - behind(word) < kEventBehindReach) {
        event = &match;
        break;
      }
      if (behind(match) <= number_at && number_at - behind(match) < kEventBeforeReach) {
        event = &match;
      }
    }
    // A word of two languages is matched twice.
    const bool again = !anniversaries.empty() && event != nullptr &&
                       anniversaries.back().end > tokens.list[word.first].begin;
    if (event == nullptr || again) continue;
    CivilDate day = vocabulary.events[event->value.entry];
    day.year += static_cast<int>(*years);
    const std::uint32_t first = std::min(number_at, event->first);
    const std::uint32_t last = std::max(behind(word), behind(*event)) - 1;
    anniversaries.push_back({day, tokens.list[first].begin, tokens.list[last].end});
  }
  return anniversaries;
}

}  // namespace rapporteur
