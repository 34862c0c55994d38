// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/running_text.h"

#include <algorithm>
#include <set>

namespace rapporteur {

namespace {

// Chosen on the development sets (benchmarks/recall).
constexpr std::size_t kMostWordsBesideQuotes = 8;
constexpr std::size_t kMostWordsBesideOperators = 24;
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
