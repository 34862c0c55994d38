// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/phrase_matcher.h"

#include <algorithm>
#include <utility>

namespace rapporteur {

// The edge's place, or the free one where it belongs.
std::size_t PhraseMatcher::Edges::place_of(std::uint32_t from, WordId word) const {
  const std::uint64_t key = static_cast<std::uint64_t>(from) << 32 | word;
  const std::size_t mask = table_.size() - 1;
  // Fibonacci hashing: the high half of the product is well mixed.
  std::size_t place = static_cast<std::size_t>(key * 0x9E3779B97F4A7C15u >> 32) & mask;
  while (table_[place].to != 0 && (table_[place].from != from || table_[place].word != word)) {
    place = (place + 1) & mask;
  }
  return place;
}

std::uint32_t PhraseMatcher::Edges::find(std::uint32_t from, WordId word) const {
  return table_[place_of(from, word)].to;
}

void PhraseMatcher::Edges::add(std::uint32_t from, WordId word, std::uint32_t to) {
  if (2 * ++count_ > table_.size()) {
    const std::vector<Edge> before = std::exchange(table_, std::vector<Edge>(2 * table_.size()));
    for (const Edge& edge : before) {
      if (edge.to != 0) table_[place_of(edge.from, edge.word)] = edge;
    }
  }
  table_[place_of(from, word)] = {from, word, to};
}

void PhraseMatcher::add(const std::vector<std::string>& words, PhraseValue value) {
  if (words.empty()) return;
  std::uint32_t node = 0;
  for (const std::string& word : words) {
    const WordId next_id = static_cast<WordId>(word_ids_.size() + 1);
    const WordId id = word_ids_.try_emplace(word, next_id).first->second;
    if (id >= first_nodes_.size()) first_nodes_.resize(id + 1);
    std::uint32_t next = node == 0 ? first_nodes_[id] : edges_.find(node, id);
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      if (node == 0) {
        first_nodes_[id] = next;
      } else {
        edges_.add(node, id, next);
      }
    }
    node = next;
  }
  nodes_[node].values.push_back(value);
}

PhraseMatcher::WordId PhraseMatcher::word_id(std::string_view word) const {
  const auto found = word_ids_.find(word);
  return found == word_ids_.end() ? kUnknownWord : found->second;
}

void PhraseMatcher::find(std::span<const WordId> words, std::vector<PhraseMatch>& matches) const {
  matches.clear();
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::uint32_t node = first_nodes_[words[first]];
    for (std::size_t at = first; node != 0;) {
      for (const PhraseValue& value : nodes_[node].values) {
        matches.push_back(
            {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(at - first + 1), value});
      }
      ++at;
      node = at < words.size() && words[at] != kUnknownWord ? edges_.find(node, words[at]) : 0;
    }
  }
}

void longest_only(std::vector<PhraseMatch>& matches) {
  std::vector<PhraseMatch> longest_first = matches;
  std::stable_sort(longest_first.begin(), longest_first.end(),
                   [](const PhraseMatch& a, const PhraseMatch& b) {
                     if (a.value.kind != b.value.kind) return a.value.kind < b.value.kind;
                     return a.length != b.length ? a.length > b.length : a.first < b.first;
                   });
  std::vector<PhraseMatch> kept;
  std::uint32_t words = 0;
  for (const PhraseMatch& match : matches) words = std::max(words, match.first + match.length);
  std::vector<std::uint64_t> taken(
      words, 0);  // by word: first << 32 | length of the match that covers it, plus one
  std::uint16_t kind = 0;
  for (const PhraseMatch& match : longest_first) {
    if (match.value.kind != kind) {
      std::fill(taken.begin(), taken.end(), 0);
      kind = match.value.kind;
    }
    const std::uint64_t mark = (static_cast<std::uint64_t>(match.first) + 1) << 32 | match.length;
    bool free = true;
    for (std::uint32_t i = match.first; i < match.first + match.length; ++i) {
      free = free && (taken[i] == 0 || taken[i] == mark);
    }
    if (!free) continue;
    for (std::uint32_t i = match.first; i < match.first + match.length; ++i) taken[i] = mark;
    kept.push_back(match);
  }
  std::stable_sort(kept.begin(), kept.end(), [](const PhraseMatch& a, const PhraseMatch& b) {
    return a.first != b.first ? a.first < b.first : a.length < b.length;
  });
  matches = std::move(kept);
}

}  // namespace rapporteur
