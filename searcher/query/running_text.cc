// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/running_text.h"

#include <algorithm>
#include <array>
#include <set>

#include "common/text/utf8.h"

namespace rapporteur {

namespace {

// Chosen on the development sets (benchmarks/recall).
constexpr std::size_t kMostWordsBesideQuotes = 8;
constexpr std::size_t kMostWordsBesideOperators = 24;
constexpr std::size_t kMostWordsInSentence = 4;  // beside either, if the question ends as one
constexpr std::size_t kMostTopics = 3;  // words beside country, date ... that still let them filter

// What the question is about, what was recognised aside: its words, of which those that name one
// theme count as one.
std::size_t count_topics(std::string_view typed, const std::vector<TextRange>& free,
                         WordForms& forms, std::vector<Recognised> recognised) {
  std::set<std::size_t> themes;  // where they begin
  for (Recognised& one : recognised) {
    if (!one.keeps_words) continue;
    if (one.lifts_only) themes.insert(one.range.begin);
    one.keeps_words = false;
  }
  const std::vector<Leaf> words = forms.words(remaining_words(typed, free, recognised));
  return themes.size() +
         static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const Leaf& word) {
           return !forms.only_function_words(word.label);
         }));
}

// Full stop, question or exclamation mark at the end, in any script, a closing bracket or quote
// behind it or not.
bool ends_as_sentence(std::string_view typed) {
  static constexpr std::array<std::string_view, 10> kMarks = {".",  "?", "!", "。", "？",
                                                              "！", "؟", "।", "…",  "۔"};
  static constexpr std::array<std::string_view, 7> kClosing = {")", "\"", "'", "”", "»", "’", "）"};
  const auto ends_with_one = [&typed](const auto& marks) {
    return std::find_if(marks.begin(), marks.end(),
                        [&](std::string_view mark) { return typed.ends_with(mark); });
  };
  typed = trim(typed);
  if (const auto closing = ends_with_one(kClosing); closing != kClosing.end())
    typed.remove_suffix(closing->size());
  return ends_with_one(kMarks) != kMarks.end();
}

}  // namespace

std::vector<TextRange> free_ranges(const QueryNode& root) {
  std::vector<TextRange> ranges;
  for (const QueryNode& child : root.children) {
    if (child.kind == QueryNode::Kind::kWords) ranges.push_back(child.range);
  }
  return ranges;
}

bool is_running_text(const ParsedQuestion& parsed, std::string_view typed, WordForms& forms) {
  bool quotes = false;
  bool operators = false;
  for (const QueryNode& child : parsed.root.children) {
    if (child.kind == QueryNode::Kind::kField) return false;
    if (child.kind == QueryNode::Kind::kWords) continue;
    (child.kind == QueryNode::Kind::kPhrase ? quotes : operators) = true;
  }
  if (!quotes && !operators) return false;
  const std::size_t words =
      forms.words(remaining_words(typed, free_ranges(parsed.root), {})).size();
  if (ends_as_sentence(typed)) return words > kMostWordsInSentence;
  return words > (operators ? kMostWordsBesideOperators : kMostWordsBesideQuotes);
}

void mark_named_in_passing(std::string_view typed, const std::vector<TextRange>& free,
                           WordForms& forms, std::vector<Recognised>& recognised) {
  if (recognised.empty() || count_topics(typed, free, forms, recognised) <= kMostTopics) return;
  for (Recognised& one : recognised) {
    if (one.is_symbol) continue;
    one.in_passing = true;
    one.lifts_only = true;
    one.keeps_words = true;
  }
}

}  // namespace rapporteur
